import { desc, inArray } from "drizzle-orm";
import { searchDocuments } from "#db/schema/search";
import { type Expression, positionsOf } from "#db/search-index";
import type { Handle } from "#db/transaction";
import type { Entry, Kind } from "./documents/kind.ts";
import { countFew, few } from "./index/count-few.ts";
import { lastPosition, positionAt } from "./index/positions.ts";
import { withMilestones } from "./index/milestones.ts";
import { baseTerm, milestoneTerm } from "./index/terms.ts";
import { withoutAbsent } from "./index/without-absent.ts";
import { type Moment, moment, since } from "./moment.ts";
import { type Stretch, stretches } from "./stretches.ts";

/** What is looked for among the objects of one kind. */
export interface Wanted {
  /** Terms that whatever fits must have; more may have them. */
  terms: Expression;
  /** Whether an object fits. Decides alone: the index only says where to look. */
  fits(entry: Entry): boolean;
  /** What is asked contradicts itself: nothing fits, wherever one looks. */
  never?: boolean;
  /** Milliseconds: from, and before. */
  created?: { from?: number; until?: number };
}

export interface Place {
  limit: number;
  /** Only what stands before this position, that is, older things. */
  before?: number | undefined;
  /** How long it may work, milliseconds. */
  patience?: number;
}

const usualPatience = 12;

export interface Findings<Row = unknown> {
  found: Entry<Row>[];
  /** Where to go on; null when there is no more. */
  next: number | null;
  /** The time was up before the end: older things were not looked at. */
  narrowed: boolean;
}

/** How many objects are read for one search at most. */
const mostRead = 600;
/** How many more than are wanted are read at a time at most, once some did not fit. */
const readBeyond = 50;

/**
 * The newest objects that fit. The index is walked back in time, a stretch at a time, each longer than the last while
 * time allows, so that what is common is found at once and what is rare is looked for far back.
 */
export async function find<Row>(
  handle: Handle,
  kind: Kind<Row>,
  wanted: Wanted,
  { limit, before, patience = usualPatience }: Place,
): Promise<Findings<Row>> {
  const terms = wanted.never ? null : await withoutAbsent(handle.db, wanted.terms);
  if (terms === null) return answer([], limit, false);
  const until = Math.min(before ?? lastPosition, positionOf(wanted.created?.until) ?? lastPosition);
  const walk = { from: positionOf(wanted.created?.from) ?? 0, until };
  const found: Progress<Row>["found"] = [];
  const budget = { read: 0, walked: 0, begun: moment(), patience };
  const plan = await planOf(handle, kind, terms, walk);
  let end = walk.from;
  for await (const stretch of plan.atOnce ? [walk] : stretches(handle, walk, budget)) {
    end = await search(handle, kind, { ...wanted, terms: plan.terms }, stretch, { found, limit, budget });
    if (found.length > limit) return answer(found, limit, false);
    if (isSpent(budget)) break;
  }
  if (end <= walk.from) return answer(found, limit, false);
  return { found: found.map(({ entry }) => entry), next: end, narrowed: true };
}

/** What the index is asked for, and whether of the whole span at once: where it does not have to look far for it. */
async function planOf(
  { db, environmentId }: Handle,
  { code }: Kind,
  terms: Expression,
  walk: Stretch,
): Promise<{ terms: Expression; atOnce: boolean }> {
  const place = { environmentId, code };
  const within = { and: [{ term: baseTerm(place) }, terms] };
  if (isRun(terms) || (await countFew(db, within, walk)) <= few) return { terms, atOnce: true };
  return { terms: withMilestones(terms, milestoneTerm(place)), atOnce: false };
}

/** Whether the index has just what is asked for, one after another: then there is no far to look. */
function isRun(terms: Expression): boolean {
  if ("or" in terms) return terms.or.every(isRun);
  if ("not" in terms) return false;
  if (!("and" in terms)) return true;
  const [first, ...others] = terms.and.filter((each) => !("all" in each));
  return others.length === 0 && (first === undefined || isRun(first));
}

interface Progress<Row> {
  found: { entry: Entry<Row>; position: number }[];
  limit: number;
  budget: Budget;
}

interface Budget {
  /** How many objects were read. */
  read: number;
  /** How long the index was walked in the last stretch, milliseconds. */
  walked: number;
  begun: Moment;
  patience: number;
}

/** Objects that the index takes for fitting and that do not fit cost as much to read as those that do. */
function isSpent({ read, begun, patience }: Budget): boolean {
  return read >= mostRead || since(begun) > patience;
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
  budget.walked = 0;
  do {
    const misfits = budget.read - found.length;
    const size = Math.min(limit + 1 - found.length + Math.min(misfits, readBeyond), mostRead - budget.read);
    const begun = moment();
    const positions = await positionsOf(handle.db, base, wanted.terms, { ...stretch, until }, size);
    budget.walked += since(begun);
    budget.read += positions.length;
    found.push(...(await entriesAt(handle, kind, positions)).filter(({ entry }) => wanted.fits(entry)));
    if (positions.length < size) return stretch.from;
    until = positions.at(-1) ?? stretch.from;
  } while (found.length <= limit && !isSpent(budget));
  return until;
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
