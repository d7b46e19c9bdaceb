import { insert } from "#db/rows";
import { selections } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, unauthenticated } from "#lib/errors";
import { newId } from "#lib/ids";
import { listNamed } from "../all.ts";
import { readingOf } from "../list-source.ts";
import { fromWords } from "../words.ts";
import { findSelection, type Selection } from "./selection.ts";

/** As many rows as can be chosen one by one; more are chosen by what they have in common. */
const mostIds = 10_000;

interface Choice {
  list: string;
  /** The checked rows of this page, and of others where the browser remembered them. */
  ids: string[];
  /** All rows of this page: those not checked are taken out of the earlier selection. */
  seen: string[];
  /** An earlier selection that this one adds to. */
  earlier: string | null;
  /** Instead of all that: everything that this address matches now. */
  matching: string | null;
}

/** Remembers which rows of a list the viewer chose, to do something with them. */
export function selectRows(viewer: Viewer, choice: Choice): Promise<Selection> {
  const list = listNamed(choice.list);
  authorize(viewer, list.permission);
  const { actor } = viewer;
  if (actor.type !== "person" || actor.id === null) throw unauthenticated("Sign in to select rows.");
  const personId = actor.id;
  return transaction(viewer, async (tx) => {
    const earlier = choice.earlier === null ? null : await findSelection(viewer, tx, choice.earlier);
    const kept = (earlier?.ids ?? []).filter((id) => !choice.seen.includes(id));
    const ids = [...new Set([...kept, ...choice.ids])];
    const { matching } = choice;
    if (matching === null) assertSome(ids);
    return insert(tx, selections, {
      id: newId("sel", tx.now),
      createdAt: tx.now,
      list: choice.list,
      personId,
      ids: matching === null ? ids : null,
      words: matching === null ? null : list.words(fromWords(matching), readingOf(viewer)),
    });
  });
}

function assertSome(ids: string[]): void {
  if (ids.length === 0) throw invalid("Nothing is selected.", { code: "selection_empty", param: "id" });
  if (ids.length > mostIds) {
    throw invalid(`Select up to ${mostIds} rows one by one, or all that match.`, {
      code: "selection_too_large",
      param: "id",
    });
  }
}
