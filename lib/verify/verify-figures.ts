import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { accounts, environments, figureChanges, figures, figureStates } from "#db/schema/index";
import { day } from "#lib/clock";
import { isOfClocks } from "#lib/figures/buckets";
import { measures } from "#lib/figures/measures";
import { readCells } from "#lib/figures/read-cells";
import { figureSums, type FigureRow } from "#lib/figures/rows";
import { figuresVersion } from "#lib/figures/state";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/** Rows are summed before they are compared, as far as memory is not felt. */
const atOnce = 200_000;

/** Every figure against everything that it counts, summed anew. */
export async function verifyFigures(db: Db): Promise<Findings> {
  const problems: Problem[] = [];
  let checked = 0;
  for (const environment of await filledEnvironments(db)) {
    const due = await summedAnew(db, environment);
    const kept = await keptFigures(db, environment);
    checked += kept.size;
    for (const subject of new Set([...due.keys(), ...kept.keys()])) {
      const [is, should] = [textOf(kept.get(subject)), textOf(due.get(subject))];
      if (is === should || problems.length >= problemsPerCheck) continue;
      const message = `comes to ${is}, what it counts to ${should}`;
      problems.push({ check: "figures", environmentId: environment.id, subject, message });
    }
  }
  return { problems, checked: { figures: checked } };
}

interface Filled {
  id: number;
  currency: string;
  timeZone: string;
  /** Null while days and months are made anew: then only quarters of an hour are looked at. */
  filledFor: string | null;
}

function filledEnvironments(db: Db): Promise<Filled[]> {
  return db
    .select({
      id: environments.id,
      currency: accounts.defaultCurrency,
      timeZone: accounts.timeZone,
      filledFor: figureStates.timeZone,
    })
    .from(environments)
    .innerJoin(accounts, eq(accounts.id, environments.accountId))
    .innerJoin(figureStates, eq(figureStates.environmentId, environments.id))
    .where(eq(figureStates.version, figuresVersion))
    .orderBy(asc(environments.id));
}

/** What each stretch of a day comes to, by what figures are told apart by. */
type Totals = Map<string, number[]>;

async function summedAnew(db: Db, environment: Filled): Promise<Totals> {
  const totals: Totals = new Map();
  let sums = figureSums(environment.timeZone);
  for await (const cells of readCells(db, environment.id, environment.currency)) {
    sums.add(cells);
    if (sums.size() < atOnce) continue;
    addUp(totals, sums.rows(), environment);
    sums = figureSums(environment.timeZone);
  }
  addUp(totals, sums.rows(), environment);
  return totals;
}

function addUp(totals: Totals, rows: FigureRow[], { filledFor }: Filled): void {
  for (const { key, values } of rows) {
    if (filledFor === null && isOfClocks(key.grain)) continue;
    const name = nameOf({ ...key, stretch: key.bucket - (key.bucket % day) });
    const total = totals.get(name) ?? measures.map(() => 0);
    totals.set(
      name,
      measures.map((measure, index) => (total[index] ?? 0) + (values[measure] ?? 0)),
    );
  }
}

/** What the figures hold, and what waits to be added to them. */
async function keptFigures(db: Db, environment: Filled): Promise<Totals> {
  const { id, filledFor, timeZone } = environment;
  const stretch = sql<number>`${figures.bucket} - ${figures.bucket} % ${sql.raw(String(day))}`.mapWith(
    Number,
  );
  const { grain, currency, country, method, brand, reason } = figures;
  const sum = (measure: (typeof measures)[number]) => sql<number>`sum(${figures[measure]})`.mapWith(Number);
  const rows = await db
    .select({
      key: { grain, currency, country, method, brand, reason, stretch },
      values: Object.fromEntries(measures.map((measure) => [measure, sum(measure)])),
    })
    .from(figures)
    .where(eq(figures.environmentId, id))
    .groupBy(grain, stretch, currency, country, method, brand, reason);
  const counted = rows.filter(({ key }) => filledFor !== null || !isOfClocks(key.grain));
  const totals: Totals = new Map(
    counted.map(({ key, values }) => [nameOf(key), measures.map((measure) => values[measure] ?? 0)]),
  );
  const waiting = figureSums(timeZone);
  const changes = await db.select().from(figureChanges).where(eq(figureChanges.environmentId, id));
  for (const { cells } of changes) waiting.add(cells);
  addUp(totals, waiting.rows(), environment);
  return totals;
}

type Name = Record<"grain" | "currency" | "country" | "method" | "brand" | "reason", string> & {
  stretch: number;
};

function nameOf({ grain, stretch, currency, country, method, brand, reason }: Name): string {
  return [grain, new Date(stretch).toISOString().slice(0, 10), currency, country, method, brand, reason]
    .filter(Boolean)
    .join(" ");
}

/** A row may have come back to nothing, which is as good as none. */
function textOf(total: number[] = []): string {
  const counted = total.flatMap((sum, index) => (sum === 0 ? [] : [`${measures[index]} ${sum}`]));
  return counted.join(", ") || "nothing";
}
