import { searchIndexVersion } from "#db/search-index";
import { globalTransaction } from "#db/transaction";
import { setState } from "#lib/search/index/state";

/** Runs `body` as after an update, while the search index is made anew. */
export async function whileIndexIsMade(body: () => Promise<void>): Promise<void> {
  await globalTransaction((db) => setState(db, "version", 0));
  try {
    await body();
  } finally {
    await globalTransaction((db) => setState(db, "version", searchIndexVersion));
  }
}
