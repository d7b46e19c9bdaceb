import { remove } from "#db/rows";
import { blockEntries } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { auditedEntry } from "./add-entry.ts";
import { type BlockEntry, findBlockEntry } from "./block-entry.ts";

/** Takes a card or an email off its list: its next payment is judged like any other. Needs allow_list:write. */
export function removeBlockEntry(viewer: Viewer, id: string): Promise<BlockEntry> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const entry = await findBlockEntry(tx, id);
    await remove(tx, blockEntries, id);
    await audit(tx, "block_list.removed", { subject: id, before: auditedEntry(entry) });
    return entry;
  });
}
