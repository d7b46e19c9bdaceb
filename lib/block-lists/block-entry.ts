import type { BlockListName } from "#db/schema/block-lists";
import { find } from "#db/rows";
import { blockEntries } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";

export type BlockEntry = typeof blockEntries.$inferSelect;

export const blockLists = ["card_fingerprint", "email"] as const satisfies readonly BlockListName[];

/** What is on a list. Throws a 404 for what is not this environment's. Needs radar:read. */
export async function getBlockEntry(viewer: Viewer, id: string): Promise<BlockEntry> {
  authorize(viewer, "radar:read");
  return findBlockEntry(await reader(viewer), id);
}

export async function findBlockEntry(handle: Handle, id: string): Promise<BlockEntry> {
  const entry = await find(handle, blockEntries, id);
  if (!entry) throw notFound("block_entry", id, "entry");
  return entry;
}
