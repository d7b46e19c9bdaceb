import { max } from "drizzle-orm";
import { events } from "#db/schema/index";
import { eventSequence } from "#db/search-index";
import type { Tx } from "#lib/auth/viewer";
import { setState, stateOf } from "#lib/search/index/state";

/** Whether the search index has followed every event that there is. */
export async function isIndexed(tx: Tx): Promise<boolean> {
  return (await stateOf(tx.db, "events")) >= (await newestEvent(tx));
}

/** The events that were written since the index was up to date need not be followed. */
export async function skipEvents(tx: Tx): Promise<void> {
  await setState(tx.db, "events", await newestEvent(tx));
}

async function newestEvent(tx: Tx): Promise<number> {
  const [newest] = await tx.db.select({ last: max(eventSequence) }).from(events);
  return Number(newest?.last ?? 0);
}
