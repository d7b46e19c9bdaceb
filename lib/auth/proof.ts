import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/index";
import { globalTransaction, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { minute } from "#lib/clock";
import { invalid, proofNeeded, tooManyRequests } from "#lib/errors";
import { ownPerson } from "#lib/people/own-person";
import { isPassword } from "#lib/people/password";
import type { Person } from "#lib/people/people";
import { proveOnce } from "./finish-sign-in.ts";
import { isSecondFactor, secondFactorSince } from "./second-factor.ts";
import type { Origin } from "./sessions.ts";
import { admitSignIn, forgiveSignIn } from "./throttle.ts";
import type { Viewer } from "./viewer.ts";

/** For how long a person's proof counts for dangerous acts, milliseconds. */
const proofLasts = 30 * minute;

/** Whether the viewer proved lately who they are; keys, jobs and the operator need not. */
export function hasProved({ provedAt }: Pick<Viewer, "provedAt">): boolean {
  return provedAt === undefined || (provedAt ?? 0) > Date.now() - proofLasts;
}

/** Throws a 403 unless the viewer proved lately who they are: for acts that a borrowed browser must not do. */
export function assertProved(viewer: Viewer): void {
  if (!hasProved(viewer)) throw proofNeeded();
}

/** What a person proves themselves with: a code where they have a second step, else their password. */
export async function proofOf(viewer: Viewer): Promise<"code" | "password"> {
  const { id } = await ownPerson(viewer);
  return (await secondFactorSince(id)) === null ? "password" : "code";
}

/** Notes that the viewer proved in this session who they are. Guesses are counted like those of a sign-in. */
export async function proveIdentity(
  viewer: Viewer,
  { sessionId, typed }: { sessionId: string; typed: string },
): Promise<void> {
  const person = await ownPerson(viewer);
  const origin = viewer.request ?? { address: null, userAgent: null };
  if ((await proofOf(viewer)) === "code") {
    await proveOnce(person, origin, (db) => isSecondFactor(db, person.id, typed));
  } else await provePassword(person, typed, origin);
  await transaction(viewer, async (tx) => {
    const mine = and(eq(sessions.id, sessionId), eq(sessions.personId, person.id));
    await tx.db.update(sessions).set({ provedAt: Date.now() }).where(mine);
    await audit(tx, "session.proved", { subject: person.id });
  });
}

async function provePassword(person: Person, typed: string, { address }: Origin): Promise<void> {
  if ((await admitSignIn(person.email, address)) !== null) {
    throw tooManyRequests(
      "Too many wrong passwords. Try again in a quarter of an hour.",
      "password_throttled",
    );
  }
  if (!(await isPassword(typed, person.passwordHash))) {
    throw invalid("This is not your password.", { code: "password_wrong", param: "code" });
  }
  await globalTransaction((db) => forgiveSignIn(db, person.email, address));
}
