import { and, desc, gte, lt } from "drizzle-orm";
import { searchDocuments } from "#db/schema/search";
import type { Handle } from "#db/transaction";
import { moment, since } from "./moment.ts";

/** How many documents the first stretch holds, and how many times as many one has at most as the one before. */
const firstStretch = 4000;
const growth = 4;
/** How much of the time that is left a stretch is to take: it may hold more than the last one lets expect. */
const prudence = 0.75;
/** Less than that of the last one again is not worth asking for. */
const worthAsking = 0.25;

/** Positions from the first, before the last. */
export interface Stretch {
  from: number;
  until: number;
}

/**
 * Stretches of a span from the newest to the oldest, while the budget's patience lasts, milliseconds. What was `walked`
 * of the index in the last one, milliseconds, says how long the next may be to be through in what is left.
 */
export async function* stretches(
  handle: Handle,
  { from, until }: Stretch,
  budget: { readonly walked: number; readonly patience: number },
): AsyncGenerator<Stretch> {
  const begun = moment();
  const newest = await placeBefore(handle, { from, until }, 0);
  let end = newest === undefined ? from : newest + 1;
  let times = 1;
  while (end > from) {
    const length = await lengthOf(handle, { from, until: end });
    const start = Math.max(from, Math.floor(end - times * length));
    yield { from: start, until: end };
    end = start;
    const more = Math.min(growth, (prudence * (budget.patience - since(begun))) / (budget.walked || 1));
    if (more < worthAsking) return;
    times *= more;
  }
}

/** As much as holds so many documents: they do not stand equally close everywhere. */
async function lengthOf(handle: Handle, { from, until }: Stretch): Promise<number> {
  return until - ((await placeBefore(handle, { from, until }, firstStretch)) ?? from);
}

async function placeBefore(
  { db }: Handle,
  { from, until }: Stretch,
  offset: number,
): Promise<number | undefined> {
  const [place] = await db
    .select({ position: searchDocuments.position })
    .from(searchDocuments)
    .where(and(gte(searchDocuments.position, from), lt(searchDocuments.position, until)))
    .orderBy(desc(searchDocuments.position))
    .limit(1)
    .offset(offset);
  return place?.position;
}
