import { searchTouches, type SearchedKind } from "#db/schema/search";
import type { Tx } from "#lib/auth/viewer";

/** Has an object indexed anew that changes without an event. */
export async function touch(tx: Tx, kind: SearchedKind, objectId: string): Promise<void> {
  await tx.db.insert(searchTouches).values({ environmentId: tx.environmentId, kind, objectId });
}
