import { globalTransaction } from "#db/transaction";
import { unauthenticated } from "#lib/errors";
import type { RegistrationAnswer } from "./passkeys/answers.ts";
import { checkRegistration, insertPasskey, nameOfDevice } from "./passkeys/registration.ts";
import { assertNoSecondFactor } from "./second-factor.ts";
import { findWaitingSession, type Origin, revokeSession, type SignedIn } from "./sessions.ts";
import { auditEverywhere, beginSession } from "./sign-in.ts";
import { tellOfChange } from "./tell-of-change.ts";

interface Enrolment extends Origin {
  /** The session that waits for it. */
  sessionId: string;
  personId: string;
  response: RegistrationAnswer;
}

/**
 * Signs somebody in whole who gave their password and makes their first passkey, since an account of theirs asks for
 * a second step. Who has a second step already adds none this way: a password alone must not be enough for that.
 */
export async function enrolWithPasskey({
  sessionId,
  personId,
  response,
  ...origin
}: Enrolment): Promise<SignedIn> {
  const waiting = await findWaitingSession(sessionId, personId);
  if (waiting?.session.waitsFor !== "enrolment") throw unauthenticated("Sign in again.");
  const { person } = waiting;
  const credential = await checkRegistration(response, `enrol ${sessionId}`);
  return globalTransaction(async (db) => {
    await assertNoSecondFactor(personId);
    if (!(await revokeSession(db, personId, sessionId))) throw unauthenticated("Sign in again.");
    const { name } = await insertPasskey(db, personId, credential, nameOfDevice(origin));
    await auditEverywhere(db, person, "passkey.added", origin);
    await tellOfChange(person, "passkey_added", { ...origin, passkey: name });
    return { person, session: await beginSession(db, person, origin) };
  });
}
