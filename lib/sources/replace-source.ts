import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { addSource } from "./add-source.ts";
import { dropSource } from "./delete-customer-source.ts";
import type { PreparedSource } from "./prepare-source.ts";

/** Gives a customer a source in the place of their default one, which goes. Returns the id of the new default. */
export async function replaceSource(
  tx: Tx,
  prepared: PreparedSource,
  { id, defaultSourceId }: { id: string; defaultSourceId: string | null },
): Promise<string> {
  const former = defaultSourceId === null ? undefined : await find(tx, paymentMethods, defaultSourceId);
  const source = await addSource(tx, prepared, id);
  if (former && former.id !== source.id) await dropSource(tx, former);
  return source.id;
}
