import { and, asc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { Grain } from "#db/schema/figures";
import { figures, figureStates } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { type Day, dayAt, firstOfMonth, startOfDay } from "#lib/calendar";
import type { Facets } from "./cells.ts";
import { foldFigures } from "./fold-figures.ts";
import { type Measure, measures } from "./measures.ts";
import { type Period, type Span, spanOf, spansOf, type Step } from "./period.ts";

export type Sums = Record<Measure, number>;

/** What a while came to, by currency; customers have the empty one. */
export type SumsByCurrency = Map<string, Sums>;

/** The sums of each point of a period. Who may see which of them is the caller's to say. */
export async function readPoints(viewer: Viewer, period: Period, step: Step): Promise<SumsByCurrency[]> {
  await foldFigures();
  const { db } = await reader(viewer);
  const spans = spansOf(period, step);
  const { bucket, currency } = figures;
  const rows = await db
    .select({ bucket, currency, sums: summed(spanOf(period).end) })
    .from(figures)
    .where(await within(viewer, period, step))
    .groupBy(bucket, currency)
    .orderBy(asc(bucket));
  const points = spans.map((): SumsByCurrency => new Map());
  let at = 0;
  for (const row of rows) {
    while (row.bucket >= (spans[at]?.end ?? Infinity)) at++;
    const point = points[at];
    if (point) addTo(point, row.currency, row.sums);
  }
  return points;
}

/** What a period came to, by what it is told apart by. */
export async function readFacets(viewer: Viewer, period: Period): Promise<{ facets: Facets; sums: Sums }[]> {
  await foldFigures();
  const { db } = await reader(viewer);
  const { currency, country, method, brand, reason } = figures;
  const facets = { currency, country, method, brand, reason };
  return db
    .select({ facets, sums: summed(spanOf(period).end) })
    .from(figures)
    .where(await within(viewer, period, "month"))
    .groupBy(currency, country, method, brand, reason);
}

/** The day of the first figure of the environment, on the viewer's clocks; today where there is none. */
export async function firstDay(viewer: Viewer): Promise<Day> {
  await foldFigures();
  const { db } = await reader(viewer);
  const [row] = await db
    .select({ bucket: figures.bucket })
    .from(figures)
    .where(and(eq(figures.environmentId, viewer.environmentId), eq(figures.grain, "quarter")))
    .orderBy(asc(figures.bucket))
    .limit(1);
  return dayAt(row?.bucket ?? viewer.now(), viewer.environment.timeZone);
}

/** Adds what came to `into` of a currency. */
export function addTo(into: SumsByCurrency, currency: string, sums: Sums): void {
  const known = into.get(currency) ?? noSums();
  for (const measure of measures) known[measure] += sums[measure];
  into.set(currency, known);
}

export function noSums(): Sums {
  return Object.fromEntries(measures.map((measure) => [measure, 0])) as Sums;
}

/** A failure counts where the payment was neither tried again nor paid before the period's end. */
function summed(end: number) {
  const failures = sql`case when ${figures.until} = 0 or ${figures.until} >= ${end} then ${figures.failures} else 0 end`;
  const sum = (measure: Measure) =>
    sql<number>`sum(${measure === "failures" ? failures : figures[measure]})`.mapWith(Number);
  return Object.fromEntries(measures.map((measure) => [measure, sum(measure)])) as {
    [M in Measure]: SQL<number>;
  };
}

/** The longest buckets that make up the period and its points: whole months, the days around them, or quarters of an hour. */
async function within(viewer: Viewer, period: Period, step: Step): Promise<SQL | undefined> {
  const stretches = (await hasDays(viewer, period.timeZone)) ? stretchesOf(period, step) : [];
  const whole = { ...spanOf(period), grain: "quarter" as const };
  const each = (stretches.length > 0 ? stretches : [whole]).map(({ grain, start, end }) =>
    and(eq(figures.grain, grain), gte(figures.bucket, start), lt(figures.bucket, end)),
  );
  return and(eq(figures.environmentId, viewer.environmentId), or(...each));
}

function stretchesOf(period: Period, step: Step): (Span & { grain: Grain })[] {
  if (step === "hour") return [];
  const { from, until, timeZone } = period;
  const days = { ...spanOf(period), grain: "day" as const };
  if (step !== "month") return [days];
  const first = from.endsWith("-01") ? from : firstOfMonth(from, 1);
  const last = firstOfMonth(until, 0);
  if (first >= last) return [days];
  const [start, end] = [startOfDay(first, timeZone), startOfDay(last, timeZone)];
  return [
    { ...days, end: start },
    { grain: "month" as const, start, end },
    { ...days, start: end },
  ].filter((stretch) => stretch.start < stretch.end);
}

/** Days and months are kept on the clocks of the account, and for a while after it moved not at all. */
async function hasDays(viewer: Viewer, timeZone: string): Promise<boolean> {
  const { db } = await reader(viewer);
  const [state] = await db
    .select({ timeZone: figureStates.timeZone })
    .from(figureStates)
    .where(eq(figureStates.environmentId, viewer.environmentId));
  return state?.timeZone === timeZone;
}
