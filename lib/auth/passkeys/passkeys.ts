import { and, asc, eq } from "drizzle-orm";
import { passkeys } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { ownPerson } from "#lib/people/own-person";

export type Passkey = typeof passkeys.$inferSelect;

/** A person's passkeys, the oldest first. */
export async function passkeysOf(personId: string): Promise<Passkey[]> {
  const { db } = await globalReader();
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** The passkey that a device names; undefined for none. */
export async function passkeyByCredential(credentialId: string): Promise<Passkey | undefined> {
  const { db } = await globalReader();
  const [passkey] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return passkey;
}

/** One of the viewer's own passkeys, or a 404. */
export async function ownPasskey(viewer: Viewer, id: string): Promise<Passkey> {
  const person = await ownPerson(viewer);
  const { db } = await globalReader();
  const [passkey] = await db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, person.id)));
  if (!passkey) throw notFound("passkey", id);
  return passkey;
}
