import { z } from "zod";
import { insert } from "#db/rows";
import { savedViews } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { listNamed } from "../all.ts";
import { readingOf } from "../list-source.ts";
import { fromWords } from "../words.ts";
import { ownerOf, type SavedView } from "./view.ts";

export const viewName = z.string().trim().min(1, "required").max(60, "too_long");

/** Keeps what an address asks of a list under a name: for oneself, or shared with the team. */
export function saveView(
  viewer: Viewer,
  input: { list: string; name: string; words: string; shared: boolean },
): Promise<SavedView> {
  const list = listNamed(input.list);
  authorize(viewer, list.permission);
  if (input.shared) authorize(viewer, "views:share");
  const owner = ownerOf(viewer);
  return transaction(viewer, async (tx) => {
    const view = await insert(tx, savedViews, {
      ...input,
      ...owner,
      id: newId("view", tx.now),
      createdAt: tx.now,
      words: list.words(fromWords(input.words), readingOf(viewer)),
    });
    if (view.shared) await audit(tx, "view.shared", { subject: view.id, after: { name: view.name } });
    return view;
  });
}
