import type { Db } from "#db/engine/engine";
import { globalTransaction } from "#db/transaction";
import { invalid, tooManyRequests, unauthenticated } from "#lib/errors";
import { type Person, personById } from "#lib/people/people";
import type { AssertionAnswer } from "./passkeys/answers.ts";
import { checkAssertion, passkeyRefused, takeAssertion } from "./passkeys/assertion.ts";
import { assertNoSecondFactor, confirmSecret, isSecondFactor } from "./second-factor.ts";
import { findWaitingSession, type Origin, revokeSession, type SignedIn } from "./sessions.ts";
import { auditEverywhere, beginSession } from "./sign-in.ts";
import { tellOfChange } from "./tell-of-change.ts";
import { admitSignIn, forgiveSignIn } from "./throttle.ts";

export interface SecondStep extends Origin {
  /** The session that waits for it. */
  sessionId: string;
  personId: string;
  code: string;
}

export interface PasskeyStep extends Omit<SecondStep, "code"> {
  response: AssertionAnswer;
}

/** Signs somebody in whole who gave their password and now gives a code. The session is a new one: what waited opens nothing. */
export async function finishSignIn(step: SecondStep): Promise<SignedIn> {
  const waiting = await findWaitingSession(step.sessionId, step.personId);
  if (!waiting) throw unauthenticated("Sign in again.");
  const { person } = waiting;
  const prove = waiting.session.waitsFor === "enrolment" ? enrolApp : isSecondFactor;
  await proveOnce(person, step, (db) => prove(db, person.id, step.code));
  return globalTransaction(async (db) => {
    if (!(await revokeSession(db, person.id, step.sessionId))) throw unauthenticated("Sign in again.");
    if (prove === enrolApp) await tellOfChange(person, "app_added", step);
    return { person, session: await beginSession(db, person, step) };
  });
}

async function enrolApp(db: Db, personId: string, code: string): Promise<boolean> {
  await assertNoSecondFactor(personId);
  return confirmSecret(db, personId, code);
}

/** Signs somebody in whole who gave their password and now uses a passkey of theirs. */
export async function finishWithPasskey({
  sessionId,
  personId,
  response,
  ...origin
}: PasskeyStep): Promise<SignedIn> {
  const waiting = await findWaitingSession(sessionId, personId);
  if (!waiting) throw unauthenticated("Sign in again.");
  const { person } = waiting;
  const checked = await checkAssertion(response, `second-step ${sessionId}`);
  if (checked?.passkey.personId !== personId) throw passkeyRefused();
  return globalTransaction(async (db) => {
    if (!(await takeAssertion(db, checked))) throw passkeyRefused();
    if (!(await revokeSession(db, personId, sessionId))) throw unauthenticated("Sign in again.");
    return { person, session: await beginSession(db, person, origin) };
  });
}

/**
 * Signs somebody in with a passkey alone, which their device opened with a finger, a face or a code: two factors in
 * one. Tries are counted by address; one that fails tells nothing of who has passkeys here.
 */
export async function signInWithPasskey(response: AssertionAnswer, origin: Origin): Promise<SignedIn> {
  const counted = `passkey:${response.id.slice(0, 60)}`;
  if ((await admitSignIn(counted, origin.address)) !== null) {
    throw tooManyRequests("Too many tries. Wait a quarter of an hour and try again.", "code_throttled");
  }
  const checked = await checkAssertion(response, "sign-in");
  const person = checked && (await personById(checked.passkey.personId));
  if (!person) throw passkeyRefused();
  return globalTransaction(async (db) => {
    if (!(await takeAssertion(db, checked))) throw passkeyRefused();
    await forgiveSignIn(db, counted, origin.address);
    return { person, session: await beginSession(db, person, origin) };
  });
}

/** Counts the try first, as with passwords; a wrong code is told, and kept in the security history. */
export async function proveOnce(
  person: Person,
  origin: Origin,
  prove: (db: Db) => Promise<boolean>,
): Promise<void> {
  const counted = `two-step:${person.id}`;
  if ((await admitSignIn(counted, origin.address)) !== null) {
    throw tooManyRequests("Too many wrong codes. Wait a quarter of an hour and try again.", "code_throttled");
  }
  const proved = await globalTransaction(async (db) => {
    const good = await prove(db);
    if (good) await forgiveSignIn(db, counted, origin.address);
    else await auditEverywhere(db, person, "session.code_refused", origin);
    return good;
  });
  if (!proved) throw invalid("This code is not right.", { code: "code_wrong", param: "code" });
}
