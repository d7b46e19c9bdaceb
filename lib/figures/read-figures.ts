import { and, asc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { figures } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { type Day, dayAt } from "#lib/calendar";
import type { Facets } from "./cells.ts";
import { foldFigures } from "./fold-figures.ts";
import type { Measure } from "./measures.ts";
import type { FacetPart } from "./part.ts";
import { type Period, type Span, spanOf, type Step } from "./period.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

/** What is drawn over time, over all currencies: amounts in the account's own. */
export const drawnMeasures = [
  "grossOwn",
  "netOwn",
  "feesOwn",
  "refundedOwn",
  "payments",
  "customers",
  "disputes",
  "failures",
  "tried",
  "paidOfTried",
] as const satisfies Measure[];

export type Sums = Record<(typeof drawnMeasures)[number], number>;

/** A period in points that follow each other. `step`: what each of them consists of. */
export interface Pointed {
  period: Period;
  spans: Span[];
  step: Step;
}

/** What each point of a period came to. `converted`: whether amounts of other currencies are among it. */
export interface Points {
  points: Sums[];
  converted: boolean;
}

/** The sums of each point of a period. Who may see which of them is the caller's to say. */
export async function readPoints(viewer: Viewer, { period, spans, step }: Pointed): Promise<Points> {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = await stretchesOf(viewer, { period, step, by: "currency" });
  const asked = { end: spanOf(period).end, currency: viewer.environment.currency };
  const rows = await eachOf(stretches, (stretch) => readBuckets(handle).execute({ ...stretch, ...asked }));
  const converted = rows.some(({ foreign }) => foreign > 0);
  return { points: sumsWithin(spans, rows), converted };
}

function sumsWithin(spans: Span[], rows: { bucket: number; sums: Sums }[]): Sums[] {
  const points = spans.map(noSums);
  let at = 0;
  for (const { bucket, sums } of rows) {
    while (bucket >= (spans[at]?.end ?? Infinity)) at++;
    const point = points[at];
    if (point) addTo(point, sums);
  }
  return points;
}

/** Of a period, what was taken, in how many payments, and how many failed, by what they are told apart by. */
export async function readFacets(viewer: Viewer, period: Period): Promise<FacetRow[]> {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = await stretchesOf(viewer, { period, step: "month", by: "facets" });
  const { end } = spanOf(period);
  return eachOf(stretches, (stretch) => readByFacets(handle).execute({ ...stretch, end }));
}

/** What is told apart may come in several rows. */
export type FacetRow = { facets: Omit<Facets, "currency"> } & Pick<
  Sums,
  "grossOwn" | "payments" | "failures"
>;

/** What something came to in a period, in each currency that it happened in. */
export async function readTotals(
  viewer: Viewer,
  measure: Exclude<Measure, "failures">,
  { period, part }: { period: Period; part: FacetPart | undefined },
): Promise<{ currency: string; amount: number }[]> {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = await stretchesOf(viewer, { period, step: "month", by: part ? "facets" : "currency" });
  const query = part ? readByFacet(handle, measure, part.facet) : readByCurrency(handle, measure);
  const rows: { currency: string; word?: string; amount: number }[] = await eachOf(stretches, (stretch) =>
    query.execute({ ...stretch }),
  );
  const totals = new Map<string, number>();
  for (const { currency, word, amount } of rows) {
    if (word !== undefined && !part?.words.includes(word)) continue;
    totals.set(currency, (totals.get(currency) ?? 0) + amount);
  }
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}

/** How many payments there were, in whole quarters of an hour. */
export async function countPayments(viewer: Viewer, span: Span): Promise<number> {
  await foldFigures();
  const handle = await reader(viewer);
  const { environmentId } = viewer;
  const whole = { environmentId, grain: "quarter_all", from: span.start, before: span.end };
  const rows = await readByCurrency(handle, "payments").execute(whole);
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

/** Each by itself: as alternatives of one condition they take ten times as long. */
async function eachOf<Row>(stretches: Stretch[], read: (stretch: Stretch) => Promise<Row[]>): Promise<Row[]> {
  return (await Promise.all(stretches.map(read))).flat();
}

/** The day of the first figure of the environment, on the viewer's clocks; today where there is none. */
export async function firstDay(viewer: Viewer): Promise<Day> {
  await foldFigures();
  const { db } = await reader(viewer);
  const [row] = await db
    .select({ bucket: figures.bucket })
    .from(figures)
    .where(and(eq(figures.environmentId, viewer.environmentId), eq(figures.grain, "quarter_all")))
    .orderBy(asc(figures.bucket))
    .limit(1);
  return dayAt(row?.bucket ?? viewer.now(), viewer.environment.timeZone);
}

/** Adds what came to `into`. */
export function addTo(into: Sums, sums: Sums): void {
  for (const measure of drawnMeasures) into[measure] += sums[measure];
}

export function noSums(): Sums {
  return Object.fromEntries(drawnMeasures.map((measure) => [measure, 0])) as Sums;
}

function readBuckets(handle: Handle) {
  const { bucket, currency } = figures;
  const foreign = sql<number>`max(case when ${currency} in ('', ${sql.placeholder("currency")}) then 0 else 1 end)`;
  const sums = Object.fromEntries(drawnMeasures.map((measure) => [measure, sumOf(measure)])) as {
    [M in keyof Sums]: SQL<number>;
  };
  return handle.prepared("figures of buckets", (db) =>
    db
      .select({ bucket, foreign: foreign.mapWith(Number), sums })
      .from(figures)
      .where(within())
      .groupBy(bucket)
      .orderBy(asc(bucket))
      .prepare(),
  );
}

function readByFacets(handle: Handle) {
  const { country, method, brand, reason } = figures;
  const facets = { country, method, brand, reason };
  const sums = { grossOwn: sumOf("grossOwn"), payments: sumOf("payments"), failures: sumOf("failures") };
  return handle.prepared("figures by facets", (db) =>
    db
      .select({ facets, ...sums })
      .from(figures)
      .where(within())
      .groupBy(country, method, brand, reason)
      .prepare(),
  );
}

function readByCurrency(handle: Handle, measure: Measure) {
  const { currency } = figures;
  return handle.prepared(`${measure} by currency`, (db) =>
    db
      .select({ currency, amount: sumOf(measure) })
      .from(figures)
      .where(within())
      .groupBy(currency)
      .prepare(),
  );
}

function readByFacet(handle: Handle, measure: Measure, facet: FacetPart["facet"]) {
  const { currency, [facet]: word } = figures;
  return handle.prepared(`${measure} by currency and ${facet}`, (db) =>
    db
      .select({ currency, word, amount: sumOf(measure) })
      .from(figures)
      .where(within())
      .groupBy(currency, word)
      .prepare(),
  );
}

/** A failure counts where the payment was neither tried again nor paid before the period's end. */
function sumOf(measure: Measure): SQL<number> {
  const { until, failures } = figures;
  const lasting = sql`case when ${until} = 0 or ${until} >= ${sql.placeholder("end")} then ${failures} else 0 end`;
  return sql<number>`sum(${measure === "failures" ? lasting : figures[measure]})`.mapWith(Number);
}

function within(): SQL | undefined {
  return and(
    eq(figures.environmentId, sql.placeholder("environmentId")),
    eq(figures.grain, sql.placeholder("grain")),
    gte(figures.bucket, sql.placeholder("from")),
    lt(figures.bucket, sql.placeholder("before")),
  );
}
