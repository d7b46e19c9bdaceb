import { globalTransaction, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { minute } from "#lib/clock";
import { invalid, proofNeeded, tooManyRequests, unauthenticated } from "#lib/errors";
import { ownPerson } from "#lib/people/own-person";
import { isPassword } from "#lib/people/password";
import type { Person } from "#lib/people/people";
import { proveOnce } from "./finish-sign-in.ts";
import type { AssertionAnswer } from "./passkeys/answers.ts";
import { checkAssertion, passkeyRefused, takeAssertion } from "./passkeys/assertion.ts";
import { isSecondFactor, secondFactorSince } from "./second-factor.ts";
import { type Origin, viewerOrigin, revokeSession, type SignedIn, startSession } from "./sessions.ts";
import { admitSignIn, forgiveSignIn } from "./throttle.ts";
import type { Tx, Viewer } from "./viewer.ts";

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

/** What a person can type to prove themselves: a code where they have a second step, else their password. */
export async function proofOf(viewer: Viewer): Promise<"code" | "password"> {
  const { id } = await ownPerson(viewer);
  return (await secondFactorSince(id)) === null ? "password" : "code";
}

/**
 * Begins a new session in the place of this one, for a viewer who proves who they are: what was stolen of the old
 * one proves nothing. Guesses are counted like those of a sign-in.
 */
export async function proveIdentity(
  viewer: Viewer,
  { sessionId, typed }: { sessionId: string; typed: string },
): Promise<SignedIn> {
  const person = await ownPerson(viewer);
  const origin = viewerOrigin(viewer);
  if ((await proofOf(viewer)) === "code") {
    await proveOnce(person, origin, (db) => isSecondFactor(db, person.id, typed));
  } else await provePassword(person, typed, origin);
  return transaction(viewer, (tx) => replaceSession(tx, person, { sessionId, ...origin }));
}

/** The same with a passkey of the viewer's. */
export async function proveWithPasskey(
  viewer: Viewer,
  { sessionId, response }: { sessionId: string; response: AssertionAnswer },
): Promise<SignedIn> {
  const person = await ownPerson(viewer);
  const origin = viewerOrigin(viewer);
  const checked = await checkAssertion(response, `prove ${sessionId}`);
  if (checked?.passkey.personId !== person.id) throw passkeyRefused();
  return transaction(viewer, async (tx) => {
    if (!(await takeAssertion(tx.db, checked))) throw passkeyRefused();
    return replaceSession(tx, person, { sessionId, ...origin });
  });
}

async function replaceSession(
  tx: Tx,
  person: Person,
  { sessionId, ...origin }: Origin & { sessionId: string },
): Promise<SignedIn> {
  if (!(await revokeSession(tx.db, person.id, sessionId))) throw unauthenticated("Sign in again.");
  await audit(tx, "session.proved", { subject: person.id });
  return { person, session: await startSession(tx.db, person.id, origin) };
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
