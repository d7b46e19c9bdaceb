import { eq } from "drizzle-orm";
import { members } from "#db/schema/index";
import type { Db } from "#db/engine/engine";
import { globalTransaction } from "#db/transaction";
import type { KnownAction } from "#lib/audit/actions";
import { type Audited, auditGlobal, systemChain } from "#lib/audit/audit";
import { log } from "#lib/log";
import { isPassword } from "#lib/people/password";
import { normalEmail, type Person, personByEmail } from "#lib/people/people";
import { tellOfNewDevice } from "./new-device.ts";
import { forgetUnconfirmed, isSecondFactorRequired, secondFactorSince } from "./second-factor.ts";
import {
  findSession,
  type Origin,
  revokeSession,
  type Session,
  type SignedIn,
  startSession,
} from "./sessions.ts";
import { admitSignIn, forgiveSignIn } from "./throttle.ts";

export interface Credentials extends Origin {
  email: string;
  password: string;
}

export type SignInAnswer =
  | ({ ok: true } & SignedIn)
  | { ok: false; reason: "wrong" }
  /** Milliseconds: when another try is looked at. */
  | { ok: false; reason: "throttled"; until: number };

/** Checks email and password and begins a session, which may wait for a second step. An unknown email is answered like a wrong password, as fast. */
export async function signIn({ password, ...credentials }: Credentials): Promise<SignInAnswer> {
  const email = normalEmail(credentials.email);
  const until = await admitSignIn(email, credentials.address);
  if (until !== null) return { ok: false, reason: "throttled", until };

  const person = await personByEmail(email);
  const proved = await isPassword(password, person?.passwordHash);
  if (!person || !proved) {
    await globalTransaction((db) => auditFailure(db, email, credentials));
    if (person) tellAccountsOfFailure(person, credentials);
    return { ok: false, reason: "wrong" };
  }
  const session = await globalTransaction(async (db) => {
    await forgiveSignIn(db, email, credentials.address);
    return afterPassword(db, person, credentials);
  });
  return { ok: true, session, person };
}

/** Begins a session that counts, keeps it in the security history, and tells of a new device. */
export async function beginSession(db: Db, person: Person, origin: Origin): Promise<Session> {
  await tellOfNewDevice(db, person, origin);
  await auditEverywhere(db, person, "session.started", origin);
  return startSession(db, person.id, origin);
}

/** What a right password alone does not prove. */
async function secondStepOf({ id }: Person): Promise<Session["waitsFor"]> {
  if ((await secondFactorSince(id)) !== null) return "code";
  return (await isSecondFactorRequired(id)) ? "enrolment" : null;
}

/**
 * Begins a session for somebody who has just chosen their password, without asking for it again. It waits for a second
 * step where an account of theirs asks for one.
 */
export function signInNewcomer(person: Person, origin: Origin): Promise<SignedIn> {
  return globalTransaction(async (db) => ({ person, session: await afterPassword(db, person, origin) }));
}

async function afterPassword(db: Db, person: Person, origin: Origin): Promise<Session> {
  const waitsFor = await secondStepOf(person);
  if (waitsFor !== "code") await forgetUnconfirmed(db, person.id);
  return waitsFor ? startSession(db, person.id, origin, waitsFor) : beginSession(db, person, origin);
}

/** Ends the session that a cookie stands for; nothing happens when it has ended already. */
export async function signOut(sessionId: string, personId: string, origin: Origin): Promise<void> {
  await globalTransaction(async (db) => {
    const signedIn = await findSession(sessionId, personId);
    if (!signedIn) return;
    await revokeSession(db, personId, sessionId);
    await auditEverywhere(db, signedIn.person, "session.ended", origin);
  });
}

/** A line in the chain of each account the person is a member of. */
export async function auditEverywhere(
  db: Db,
  person: Person,
  action: KnownAction,
  origin: Origin,
  change: Pick<Audited, "before" | "after"> = {},
): Promise<void> {
  const actor = { type: "person" as const, id: person.id, name: person.name };
  const theirs = await db
    .select({ accountId: members.accountId })
    .from(members)
    .where(eq(members.personId, person.id));
  for (const { accountId } of theirs) {
    await auditGlobal(db, accountId, action, { subject: person.id, ...change }, { actor, ...origin });
  }
}

/** Nobody waits for it: the time of the answer must not tell that there is such a person. */
function tellAccountsOfFailure(person: Person, origin: Origin): void {
  const telling = globalTransaction((db) => auditEverywhere(db, person, "session.refused", origin));
  telling.catch((error: unknown) => log.error({ err: error }, "a refused sign-in was not kept"));
}

/** What was typed is kept only where it looks like an email: people type passwords in the wrong field. */
function auditFailure(db: Db, email: string, origin: Origin): Promise<void> {
  const subject = /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email) ? email : null;
  const actor = { type: "person" as const, id: null, name: null };
  return auditGlobal(db, systemChain, "session.refused", { subject }, { actor, ...origin });
}
