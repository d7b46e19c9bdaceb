import { hash } from "node:crypto";
import {
  generateRegistrationOptions,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Db } from "#db/engine/engine";
import { passkeys } from "#db/schema/index";
import { conflict } from "#lib/errors";
import { newId } from "#lib/ids";
import { browserName } from "#lib/people/browser-name";
import type { RegistrationAnswer } from "./answers.ts";
import { passkeyRefused } from "./assertion.ts";
import { type ChallengePurpose, isChallenge, newChallenge } from "./challenge.ts";
import { requiredRelyingParty } from "./relying-party.ts";
import { type Passkey, passkeyByCredential } from "./passkeys.ts";

/** ES256, EdDSA and RS256: what devices have. */
const algorithms = [-7, -8, -257];

type Credential = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>["credential"];

/** What a browser is asked when it is to make a passkey; `present`: those that its device may hold already. */
export function askForPasskey(
  { email, name }: { email: string; name: string },
  purpose: ChallengePurpose,
  present: readonly Passkey[] = [],
) {
  const party = requiredRelyingParty();
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    // Tells nothing of the person, and is the same each time: a device keeps one passkey for it.
    userID: new Uint8Array(Buffer.from(hash("sha256", `passkeys of ${email}`), "hex")),
    userName: email,
    userDisplayName: name,
    challenge: newChallenge(purpose),
    attestationType: "none",
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: present.map(({ credentialId }) => ({ id: credentialId })),
  });
}

/** The new passkey that a browser made for this purpose at our address; throws for anything else. */
export async function checkRegistration(
  response: RegistrationAnswer,
  purpose: ChallengePurpose,
): Promise<Credential> {
  const party = requiredRelyingParty();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => isChallenge(challenge, purpose),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!checked?.registrationInfo) throw passkeyRefused();
  return checked.registrationInfo.credential;
}

/** What a passkey is called until its person names it: after the device that made it. */
export function nameOfDevice({ userAgent }: { userAgent: string | null }): string {
  return browserName(userAgent)?.system ?? "1";
}

/** Keeps a passkey that was checked. */
export async function insertPasskey(
  db: Db,
  personId: string,
  { id: credentialId, publicKey, counter, transports = [] }: Credential,
  name: string,
): Promise<Passkey> {
  if (await passkeyByCredential(credentialId))
    throw conflict("This passkey is known already.", "passkey_known");
  const now = Date.now();
  const passkey: Passkey = {
    id: newId("psk", now),
    personId,
    createdAt: now,
    name,
    credentialId,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports,
    lastUsedAt: null,
  };
  await db.insert(passkeys).values(passkey);
  return passkey;
}
