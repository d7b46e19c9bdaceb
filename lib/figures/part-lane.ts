import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { figures } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { addDays, dayAt, startOfDay } from "#lib/calendar";
import { goesDown, type Key } from "#lib/lists/key";
import type { Lane, Stretch } from "#lib/lists/read-page";
import { entryAt, type Walk } from "#lib/lists/walk";
import { quarter } from "./buckets.ts";
import type { FacetPart } from "./part.ts";
import { type Period, type Span, spanOf } from "./period.ts";

interface PartWalk {
  /** Along the creation of charges, between two moments. */
  walk: Walk & { within: { from: number; until: number } };
  part: FacetPart;
  /** On the clocks that the figures' days are those of. */
  period: Period;
}

/** What it costs to find a quarter of an hour, in entries that could be looked at meanwhile. */
const entriesPerQuarter = 20;
const daysAtOnce = 30;

/**
 * A walk along the charges of a part, which no index has, however few they are among the others: the figures tell the
 * quarters of an hour that hold any, and no others are looked at. `read`: the rows of a stretch of a walk.
 */
export function partLane<Row>(
  handle: Handle,
  asked: PartWalk & { read: (walk: Walk, stretch: Stretch, limit: number) => Promise<Row[]> },
): Lane<Row> {
  let planned: Span[] = [];
  return {
    async entry(stretch, count) {
      const { spans, stop } = await plan(handle, asked, stretch, count);
      planned = spans;
      return stop;
    },
    async read(stretch, limit) {
      const rows: Row[] = [];
      for (const span of planned) {
        const missing = limit - rows.length;
        if (missing > 0) rows.push(...(await asked.read(within(asked.walk, span), stretch, missing)));
      }
      return rows;
    },
  };
}

/** Where to look, in the order of the walk; `stop`: where as many entries lie behind as may be looked at. */
async function plan(
  handle: Handle,
  asked: PartWalk,
  stretch: Stretch,
  count: number,
): Promise<{ spans: Span[]; stop: Key | null }> {
  const spans: Span[] = [];
  let left = count;
  for await (const { charges, ...span } of quartersHolding(handle, asked, stretch)) {
    append(spans, span);
    if (charges >= left) {
      const stop = await entryAt(handle, within(asked.walk, span), stretch, left);
      return { spans, stop: stop ?? edgeOf(span, stretch) };
    }
    left -= charges + entriesPerQuarter;
    if (left <= 0) return { spans, stop: edgeOf(span, stretch) };
  }
  return { spans, stop: null };
}

interface Quarter extends Span {
  /** How many were made in it, of the part or not. */
  charges: number;
}

async function* quartersHolding(
  handle: Handle,
  asked: PartWalk,
  stretch: Stretch,
): AsyncGenerator<Quarter, void> {
  const isDown = isDownwards(stretch);
  const bounds = boundsOf(asked.walk.within, stretch);
  for (;;) {
    const days = await daysHolding(handle, asked, { ...bounds, isDown });
    for (const { start } of days) {
      const end = endOfDay(start, asked.period);
      const inDay = { start: Math.max(start, bounds.start), end: Math.min(end, bounds.end), isDown };
      yield* await quartersIn(handle, asked, inDay);
    }
    const last = days.at(-1);
    if (!last || days.length < daysAtOnce) return;
    if (isDown) bounds.end = last.start;
    else bounds.start = endOfDay(last.start, asked.period);
  }
}

function endOfDay(start: number, { timeZone }: Period): number {
  return startOfDay(addDays(dayAt(start, timeZone), 1), timeZone);
}

type Towards = Span & { isDown: boolean };

/** The next days that hold any of a part, by the index of the figures alone. */
export function daysHolding({ db, environmentId }: Handle, asked: PartWalk, { start, end, isDown }: Towards) {
  const { bucket } = figures;
  const { timeZone } = asked.period;
  // A day that the walk begins within began before.
  const first = startOfDay(dayAt(start, timeZone), timeZone);
  return db
    .select({ start: bucket })
    .from(figures)
    .where(and(ofGrain(environmentId, "day"), gte(bucket, first), lt(bucket, end), isOf(asked.part)))
    .groupBy(bucket)
    .orderBy((isDown ? desc : asc)(bucket))
    .limit(daysAtOnce);
}

async function quartersIn(
  { db, environmentId }: Handle,
  asked: PartWalk,
  { start, end, isDown }: Towards,
): Promise<Quarter[]> {
  const { bucket, attempts } = figures;
  const held = sql`sum(case when ${isOf(asked.part)} then ${counting(asked)} else 0 end)`;
  const rows = await db
    .select({ start: bucket, charges: sql`sum(${attempts})`.mapWith(Number) })
    .from(figures)
    .where(and(ofGrain(environmentId, "quarter"), gte(bucket, start), lt(bucket, end)))
    .groupBy(bucket)
    .having(sql`${held} > 0`)
    .orderBy((isDown ? desc : asc)(bucket));
  return rows.map((row) => ({ ...row, end: row.start + quarter }));
}

/** Of charges each attempt is counted when it was made; a failure too, by its reason, unless it was made good. */
function counting({ part, period }: PartWalk): SQL {
  const { end } = spanOf(period);
  if (part.facet !== "reason") return sql`${figures.attempts}`;
  return sql`case when ${figures.until} = 0 or ${figures.until} >= ${end} then ${figures.failures} else 0 end`;
}

function isOf({ facet, words }: FacetPart): SQL {
  return inArray(figures[facet], [...words]);
}

function ofGrain(environmentId: number, grain: "day" | "quarter"): SQL | undefined {
  return and(eq(figures.environmentId, environmentId), eq(figures.grain, grain));
}

function isDownwards({ direction }: Stretch): boolean {
  return goesDown(direction, "descending");
}

/** In whole quarters. */
function boundsOf({ from, until }: PartWalk["walk"]["within"], stretch: Stretch): Span {
  const start = isDownwards(stretch) ? from : Math.max(from, stretch.from?.at ?? from);
  const last = stretch.from && (stretch.from.id === belowAll ? stretch.from.at : stretch.from.at + 1);
  const end = isDownwards(stretch) ? Math.min(until, last ?? until) : until;
  return { start: Math.floor(start / quarter) * quarter, end: Math.ceil(end / quarter) * quarter };
}

/** Neighbours are walked along in one. */
function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.start === span.end) last.start = span.start;
  else if (last?.end === span.start) last.end = span.end;
  else spans.push({ ...span });
}

function within(walk: PartWalk["walk"], { start, end }: Span): Walk {
  const { from, until } = walk.within;
  return { ...walk, within: { from: Math.max(from, start), until: Math.min(until, end) } };
}

/** No id begins with a digit. */
const belowAll = "0";

/** Between the rows of a quarter and those that the walk comes to next. */
function edgeOf({ start, end }: Span, stretch: Stretch): Key {
  return { at: isDownwards(stretch) ? start : end, id: belowAll };
}
