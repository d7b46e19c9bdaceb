import { eq } from "drizzle-orm";
import { z } from "zod";
import { passkeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { assertProved } from "#lib/auth/proof";
import { appSince, isSecondFactorRequired } from "#lib/auth/second-factor";
import { viewerOrigin } from "#lib/auth/sessions";
import { tellOfChange } from "#lib/auth/tell-of-change";
import type { Viewer } from "#lib/auth/viewer";
import { conflict, invalid } from "#lib/errors";
import { ownPerson } from "#lib/people/own-person";
import { hasPassword } from "#lib/people/password";
import type { RegistrationAnswer } from "./answers.ts";
import { ownPasskey, type Passkey, passkeysOf } from "./passkeys.ts";
import { checkRegistration, insertPasskey } from "./registration.ts";

const most = 20;

/** What somebody calls a passkey. */
export const passkeyName = z.string().trim().min(1, "required").max(60, "too_long");

/** Keeps a passkey that the viewer's device made. */
export async function addPasskey(
  viewer: Viewer,
  { name, response }: { name: string; response: RegistrationAnswer },
): Promise<Passkey> {
  assertProved(viewer);
  const person = await ownPerson(viewer);
  const credential = await checkRegistration(response, `register ${person.id}`);
  return transaction(viewer, async (tx) => {
    if ((await passkeysOf(person.id)).length >= most) {
      throw invalid("Remove a passkey first: you have as many as one can have.", {
        code: "passkeys_exhausted",
      });
    }
    const passkey = await insertPasskey(tx.db, person.id, credential, name);
    await audit(tx, "passkey.added", { subject: person.id, after: { passkey: passkey.id, name } });
    await tellOfChange(person, "passkey_added", { ...viewerOrigin(viewer), passkey: name });
    return passkey;
  });
}

/** Gives one of the viewer's passkeys another name. */
export function renamePasskey(viewer: Viewer, { id, name }: { id: string; name: string }): Promise<void> {
  return transaction(viewer, async (tx) => {
    const before = await ownPasskey(viewer, id);
    await tx.db.update(passkeys).set({ name }).where(eq(passkeys.id, id));
    await audit(tx, "passkey.renamed", {
      subject: before.personId,
      before: { passkey: id, name: before.name },
      after: { passkey: id, name },
    });
  });
}

/** Takes one of the viewer's passkeys away: it opens nothing any more. Not the last thing they can sign in with. */
export async function removePasskey(viewer: Viewer, { id }: { id: string }): Promise<void> {
  assertProved(viewer);
  await transaction(viewer, async (tx) => {
    const { personId, name } = await ownPasskey(viewer, id);
    const person = await ownPerson(viewer);
    await assertOtherWay(viewer, personId);
    await tx.db.delete(passkeys).where(eq(passkeys.id, id));
    await audit(tx, "passkey.removed", { subject: personId, before: { passkey: id, name } });
    await tellOfChange(person, "passkey_removed", { ...viewerOrigin(viewer), passkey: name });
  });
}

async function assertOtherWay(viewer: Viewer, personId: string): Promise<void> {
  if ((await passkeysOf(personId)).length > 1) return;
  if (!hasPassword(await ownPerson(viewer)))
    throw conflict("Choose a password first: this passkey is all you have.", "passkey_only");
  if ((await appSince(personId)) === null && (await isSecondFactorRequired(personId))) {
    throw conflict("An account you are a member of asks for a second step.", "two_step_required");
  }
}
