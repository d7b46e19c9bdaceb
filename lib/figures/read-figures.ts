import { and, asc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { figures } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { type Day, dayAt } from "#lib/calendar";
import type { Facets } from "./cells.ts";
import { foldFigures } from "./fold-figures.ts";
import type { Measure } from "./measures.ts";
import { type Period, type Span, spanOf, spansOf, type Step } from "./period.ts";
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

/** What each point of a period came to. `converted`: whether amounts of other currencies are among it. */
export interface Points {
  points: Sums[];
  converted: boolean;
}

/** The sums of each point of a period. Who may see which of them is the caller's to say. */
export async function readPoints(viewer: Viewer, period: Period, step: Step): Promise<Points> {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = await stretchesOf(viewer, { period, step, by: "currency" });
  const { currency } = viewer.environment;
  const rows = await pointsOver(handle, stretches.length).execute({
    ...given(handle, stretches),
    end: spanOf(period).end,
    currency,
  });
  return {
    points: sumsWithin(spansOf(period, step), rows),
    converted: rows.some(({ foreign }) => foreign > 0),
  };
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
export async function readFacets(viewer: Viewer, period: Period) {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = await stretchesOf(viewer, { period, step: "month", by: "facets" });
  const { end } = spanOf(period);
  return facetsOver(handle, stretches.length).execute({ ...given(handle, stretches), end });
}

export type FacetRow = { facets: Omit<Facets, "currency"> } & Pick<
  Sums,
  "grossOwn" | "payments" | "failures"
>;

/** What something came to in a period, in each currency that it happened in. */
export async function readTotals(
  viewer: Viewer,
  measure: Measure,
  period: Period,
): Promise<{ currency: string; amount: number }[]> {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = await stretchesOf(viewer, { period, step: "month", by: "currency" });
  return totalsOver(handle, measure, stretches.length).execute(given(handle, stretches));
}

/** How many payments there were. `span`: quarters of an hour. */
export async function countPayments(viewer: Viewer, { start, end }: Span): Promise<number> {
  await foldFigures();
  const handle = await reader(viewer);
  const stretches = [{ grain: "quarter_all" as const, start, end }];
  const rows = await totalsOver(handle, "payments", 1).execute(given(handle, stretches));
  return rows.reduce((sum, { amount }) => sum + amount, 0);
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

function pointsOver(handle: Handle, stretches: number) {
  const { bucket, currency } = figures;
  const foreign = sql<number>`max(case when ${currency} in (${""}, ${sql.placeholder("currency")}) then 0 else 1 end)`;
  const sums = Object.fromEntries(drawnMeasures.map((measure) => [measure, sumOf(measure)])) as {
    [M in keyof Sums]: SQL<number>;
  };
  return handle.prepared(`figures of points ${stretches}`, (db) =>
    db
      .select({ bucket, foreign: foreign.mapWith(Number), sums })
      .from(figures)
      .where(within(stretches))
      .groupBy(bucket)
      .orderBy(asc(bucket))
      .prepare(),
  );
}

function facetsOver(handle: Handle, stretches: number) {
  const { country, method, brand, reason } = figures;
  const facets = { country, method, brand, reason };
  const sums = { grossOwn: sumOf("grossOwn"), payments: sumOf("payments"), failures: sumOf("failures") };
  return handle.prepared(`figures by facets ${stretches}`, (db) =>
    db
      .select({ facets, ...sums })
      .from(figures)
      .where(within(stretches))
      .groupBy(country, method, brand, reason)
      .prepare(),
  );
}

function totalsOver(handle: Handle, measure: Measure, stretches: number) {
  const { currency } = figures;
  return handle.prepared(`figures of ${measure} ${stretches}`, (db) =>
    db
      .select({ currency, amount: sumOf(measure) })
      .from(figures)
      .where(within(stretches))
      .groupBy(currency)
      .prepare(),
  );
}

/** A failure counts where the payment was neither tried again nor paid before the period's end. */
function sumOf(measure: Measure): SQL<number> {
  const { until, failures } = figures;
  const end = sql.placeholder("end");
  const counted =
    measure === "failures"
      ? sql`case when ${until} = 0 or ${until} >= ${end} then ${failures} else 0 end`
      : figures[measure];
  return sql<number>`sum(${counted})`.mapWith(Number);
}

function within(stretches: number): SQL | undefined {
  const each = Array.from({ length: stretches }, (_, index) =>
    and(
      eq(figures.grain, sql.placeholder(`grain${index}`)),
      gte(figures.bucket, sql.placeholder(`start${index}`)),
      lt(figures.bucket, sql.placeholder(`end${index}`)),
    ),
  );
  return and(eq(figures.environmentId, sql.placeholder("environmentId")), or(...each));
}

function given({ environmentId }: Handle, stretches: Stretch[]): Record<string, unknown> {
  const places = stretches.flatMap(({ grain, start, end }, index) => [
    [`grain${index}`, grain],
    [`start${index}`, start],
    [`end${index}`, end],
  ]);
  return { environmentId, ...Object.fromEntries(places) };
}
