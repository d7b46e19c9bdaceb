import { remove } from "#db/rows";
import { savedViews } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import type { Viewer } from "#lib/auth/viewer";
import { type SavedView, viewToChange } from "./view.ts";

/** Takes a view away; the rows it showed stay. */
export function deleteView(viewer: Viewer, id: string): Promise<SavedView> {
  return transaction(viewer, async (tx) => {
    const view = await viewToChange(viewer, tx, id);
    await remove(tx, savedViews, id);
    if (view.shared) await audit(tx, "view.deleted", { subject: id, before: { name: view.name } });
    return view;
  });
}
