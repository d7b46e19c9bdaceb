import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, lte } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { passkeys } from "#db/schema/index";
import { conflict } from "#lib/errors";
import type { AssertionAnswer } from "./answers.ts";
import { type ChallengePurpose, isChallenge, newChallenge, takeChallenge } from "./challenge.ts";
import { type Passkey, passkeyByCredential } from "./passkeys.ts";
import { requiredRelyingParty } from "./relying-party.ts";

/** A passkey whose answer is right, and not used up yet. */
export interface CheckedAssertion {
  passkey: Passkey;
  challenge: string;
  counter: number;
}

/** What a browser is asked when a passkey is to be used; without `among` any that the device has for us will do. */
export function askToUsePasskey(purpose: ChallengePurpose, among: readonly Passkey[] = []) {
  return generateAuthenticationOptions({
    rpID: requiredRelyingParty().id,
    challenge: newChallenge(purpose),
    userVerification: "required",
    allowCredentials: among.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
}

/** Whose passkey answered; null for an answer that is wrong, for something else, or of another address. */
export async function checkAssertion(
  response: AssertionAnswer,
  purpose: ChallengePurpose,
): Promise<CheckedAssertion | null> {
  const party = requiredRelyingParty();
  const passkey = await passkeyByCredential(response.id);
  if (!passkey) return null;
  let challenge = "";
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (given) => isChallenge((challenge = given), purpose),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
    },
  }).catch(() => null);
  return checked?.verified ? { passkey, challenge, counter: checked.authenticationInfo.newCounter } : null;
}

/** Uses an answer up; false when it was used before, or the passkey is gone. */
export async function takeAssertion(
  db: Db,
  { passkey, challenge, counter }: CheckedAssertion,
): Promise<boolean> {
  if (!(await takeChallenge(db, challenge))) return false;
  const used = await db
    .update(passkeys)
    .set({ counter, lastUsedAt: Date.now() })
    .where(and(eq(passkeys.id, passkey.id), lte(passkeys.counter, counter)))
    .returning({ id: passkeys.id });
  return used.length > 0;
}

/** One answer for all that can be wrong with a passkey. */
export function passkeyRefused() {
  return conflict(
    "This passkey was not accepted. Load the page again, and try once more.",
    "passkey_refused",
  );
}
