import { and, asc, desc, gt, inArray, lte, max, ne } from "drizzle-orm";
import { events } from "#db/schema/index";
import { searchTouches } from "#db/schema/search";
import { eventSequence } from "#db/search-index";
import { globalReader, globalTransaction } from "#db/transaction";
import { followRenamed, noteRenamed } from "./follow-renamed.ts";
import { indexSubjects } from "./index-subjects.ts";
import { setState, stateOf } from "./state.ts";
import { renamedBy, subjectsOf } from "./subjects.ts";

/** How many events are looked at in one go. */
const eventsPerRound = 1024;
/** What changed without an event of its own waits for a later call beyond so many: what is written meanwhile goes first. */
const othersPerCall = 256;

/**
 * Brings the index up to what was committed before the call: everything that an event says has changed, and some of
 * what a touch or a customer's new name does. Stopped anywhere, it goes on there. Yields how many objects it looked at.
 */
export async function followChanges(): Promise<number> {
  let looked = 0;
  const last = await lastCommitted();
  for (let round = -1; round !== 0; looked += round) {
    round = await followEvents(last);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const touched = await followTouches(othersPerCall);
  return looked + touched + (await followRenamed(othersPerCall - touched));
}

/**
 * Where a call ends. Without an end it would go on for as long as payments come, a few events at a time, and index a
 * payment once for its creation and once more for its confirmation a moment later.
 */
async function lastCommitted(): Promise<number> {
  const { db } = await globalReader();
  const [event] = await db.select({ last: max(eventSequence) }).from(events);
  return Number(event?.last ?? 0);
}

async function followEvents(until: number): Promise<number> {
  const { db } = await globalReader();
  const after = await stateOf(db, "events");
  const rows = await db
    .select({
      sequence: eventSequence,
      environmentId: events.environmentId,
      type: events.type,
      objectId: events.objectId,
      paymentIntentId: events.paymentIntentId,
      previousAttributes: events.previousAttributes,
    })
    .from(events)
    .where(and(gt(eventSequence, after), lte(eventSequence, until)))
    .orderBy(asc(eventSequence))
    .limit(eventsPerRound);
  const last = rows.at(-1);
  if (!last) return 0;
  await indexSubjects(rows.flatMap(subjectsOf));
  await globalTransaction(async (tx) => {
    await noteRenamed(tx, rows.flatMap(renamedBy));
    await setState(tx, "events", last.sequence);
  });
  return rows.length;
}

/** The latest first, for what was just written not to wait for all that a merge brought. */
async function followTouches(most: number): Promise<number> {
  const { db } = await globalReader();
  const rows = await db
    .select()
    .from(searchTouches)
    .where(ne(searchTouches.kind, "payments_of"))
    .orderBy(desc(searchTouches.id))
    .limit(most);
  if (rows.length === 0) return 0;
  await indexSubjects(rows.flatMap((row) => (row.kind === "payments_of" ? [] : { ...row, kind: row.kind })));
  const ids = rows.map(({ id }) => id);
  await globalTransaction(async (tx) => {
    await tx.delete(searchTouches).where(inArray(searchTouches.id, ids));
  });
  return rows.length;
}
