import { and, desc, gte, inArray, lt } from "drizzle-orm";
import { searchDocuments } from "#db/schema/search";
import { type Expression, positionsOf } from "#db/search-index";
import type { Handle } from "#db/transaction";
import type { Entry, Kind } from "./documents/kind.ts";
import { lastPosition, positionAt } from "./index/positions.ts";
import { baseTerm } from "./index/terms.ts";

/** What is looked for among the objects of one kind. */
export interface Wanted {
  /** Terms that whatever fits must have; more may have them. */
  terms: Expression;
  /** Whether an object fits. Decides alone: the index only says where to look. */
  fits(entry: Entry): boolean;
  /** Milliseconds: from, and before. */
  created?: { from?: number; until?: number };
}

export interface Place {
  limit: number;
  /** Only what stands before this position, that is, older things. */
  before?: number | undefined;
}

export interface Findings<Row = unknown> {
  found: Entry<Row>[];
  /** Where to go on; null when there is no more. */
  next: number | null;
  /** The time was up before the end: older things were not looked at. */
  narrowed: boolean;
}

/** How long one search looks, milliseconds: then it says how far it came. */
const patience = 12;
/** How many documents the first stretch holds, and by how much each is longer than the last. */
const firstStretch = 4000;
const growth = 4;
/** How many objects are read for one search at most, and at a time. */
const mostRead = 600;
const readAtOnce = 50;

/**
 * The newest objects that fit. The index is walked back in time, a stretch at a time, each longer than the last while
 * time allows, so that what is common is found at once and what is rare is looked for far back.
 */
export async function find<Row>(
  handle: Handle,
  kind: Kind<Row>,
  wanted: Wanted,
  { limit, before }: Place,
): Promise<Findings<Row>> {
  const until = Math.min(before ?? lastPosition, positionOf(wanted.created?.until) ?? lastPosition);
  const walk = { from: positionOf(wanted.created?.from) ?? 0, until };
  const found: Progress<Row>["found"] = [];
  const budget = { read: mostRead };
  let end = walk.until;
  for await (const stretch of stretches(handle, walk)) {
    end = await search(handle, kind, wanted, stretch, { found, limit, budget });
    if (found.length > limit) return answer(found, limit, false);
    if (budget.read <= 0) break;
  }
  if (end <= walk.from) return answer(found, limit, false);
  return { found: found.map(({ entry }) => entry), next: end, narrowed: true };
}

interface Stretch {
  from: number;
  until: number;
}

interface Progress<Row> {
  found: { entry: Entry<Row>; position: number }[];
  limit: number;
  budget: { read: number };
}

/** Looks through one stretch; yields how far back it came. */
async function search<Row>(
  handle: Handle,
  kind: Kind<Row>,
  wanted: Wanted,
  stretch: Stretch,
  progress: Progress<Row>,
): Promise<number> {
  const { found, limit, budget } = progress;
  const base = baseTerm({ environmentId: handle.environmentId, code: kind.code });
  let { until } = stretch;
  while (found.length <= limit && budget.read > 0) {
    const size = Math.min(Math.max(limit + 1 - found.length, readAtOnce), budget.read);
    const positions = await positionsOf(handle.db, base, wanted.terms, { ...stretch, until }, size);
    budget.read -= positions.length;
    found.push(...(await entriesAt(handle, kind, positions)).filter(({ entry }) => wanted.fits(entry)));
    if (positions.length < size) return stretch.from;
    until = positions.at(-1) ?? stretch.from;
  }
  return until;
}

/** From the newest to the oldest, while time allows: each is expected to take as much longer as it is longer. */
async function* stretches(handle: Handle, { from, until }: Stretch): AsyncGenerator<Stretch> {
  const begun = performance.now();
  let end = until;
  let length = await firstLength(handle, { from, until });
  for (; end > from; length *= growth) {
    const start = Math.max(from, end - length);
    const before = performance.now();
    yield { from: start, until: end };
    const took = performance.now() - before;
    if (performance.now() - begun + took * growth > patience) return;
    end = start;
  }
}

/** As much as holds the first so many documents; what is older is reckoned to stand as close together. */
async function firstLength({ db }: Handle, { from, until }: Stretch): Promise<number> {
  const [oldest] = await db
    .select({ position: searchDocuments.position })
    .from(searchDocuments)
    .where(and(gte(searchDocuments.position, from), lt(searchDocuments.position, until)))
    .orderBy(desc(searchDocuments.position))
    .limit(1)
    .offset(firstStretch);
  return until - (oldest?.position ?? from);
}

/** The objects at these positions as they are now, in their order. */
async function entriesAt<Row>(handle: Handle, kind: Kind<Row>, positions: readonly number[]) {
  if (positions.length === 0) return [];
  const rows = await handle.db
    .select({ position: searchDocuments.position, id: searchDocuments.objectId })
    .from(searchDocuments)
    .where(inArray(searchDocuments.position, [...positions]))
    .orderBy(desc(searchDocuments.position));
  const entries = await kind.read(
    handle,
    rows.map(({ id }) => id),
  );
  const byId = new Map(entries.map((entry) => [entry.sheet.id, entry]));
  return rows.flatMap(({ position, id }) => {
    const entry = byId.get(id);
    return entry && !entry.gone ? [{ entry, position }] : [];
  });
}

function answer<Row>(found: Progress<Row>["found"], limit: number, narrowed: boolean): Findings<Row> {
  const shown = found.slice(0, limit);
  const next = found.length > limit ? (shown.at(-1)?.position ?? null) : null;
  return { found: shown.map(({ entry }) => entry), next, narrowed };
}

function positionOf(at: number | undefined): number | undefined {
  return at === undefined ? undefined : positionAt(at);
}
