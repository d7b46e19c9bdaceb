import { change } from "#db/rows";
import { savedViews } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed } from "../all.ts";
import { readingOf } from "../list-source.ts";
import { fromWords } from "../words.ts";
import { type SavedView, viewToChange } from "./view.ts";

/** Gives a view another name, other filters, or to the team; or takes it back from the team. */
export function changeView(
  viewer: Viewer,
  id: string,
  { words, ...given }: { name?: string; words?: string; shared?: boolean },
): Promise<SavedView> {
  return transaction(viewer, async (tx) => {
    const view = await viewToChange(viewer, tx, id);
    if (given.shared !== undefined && given.shared !== view.shared) authorize(viewer, "views:share");
    const asked =
      words === undefined ? undefined : listNamed(view.list).words(fromWords(words), readingOf(viewer));
    const after = await change(tx, savedViews, view, { ...given, words: asked ?? view.words });
    if (view.shared || after.shared) {
      const facts = ({ name, shared, words }: SavedView) => ({ name, shared, words });
      await audit(tx, "view.changed", { subject: id, before: facts(view), after: facts(after) });
    }
    return after;
  });
}
