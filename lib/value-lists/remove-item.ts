import { remove } from "#db/rows";
import { listItems } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { actionOf, auditedItem } from "./add-item.ts";
import { findListItem, listOf, type ListItem } from "./queries.ts";

/** Takes a value off its list: its next payment is judged like any other. Needs allow_list:write. */
export function removeListItem(viewer: Viewer, id: string): Promise<ListItem> {
  authorize(viewer, "allow_list:write");
  return transaction(viewer, async (tx) => {
    const item = await findListItem(tx, id);
    await remove(tx, listItems, id);
    const list = await listOf(tx, item);
    await audit(tx, actionOf(item, "removed"), { subject: id, before: auditedItem(item, list) });
    return item;
  });
}
