import { and, asc, desc, eq, gte, inArray, isNull, lt } from "drizzle-orm";
import type { Grain, Length } from "#db/schema/figures";
import { figures, figureStates } from "#db/schema/index";
import { globalReader, reader, transaction } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type Viewer } from "#lib/auth/viewer";
import { addDays, dayAt, firstOfMonth, startOfDay } from "#lib/calendar";
import { allOf } from "./buckets.ts";
import { figureSums } from "./rows.ts";
import { cellOfRow } from "./cell-of-row.ts";
import { setFilled } from "./state.ts";
import { writeFigures } from "./write-figures.ts";

/** Makes days and months anew where an account has moved to other clocks; what changes meanwhile is counted. */
export async function refillDays(): Promise<void> {
  const { db } = await globalReader();
  const moved = await db.select().from(figureStates).where(isNull(figureStates.timeZone));
  for (const { environmentId } of moved) {
    const environment = await environmentById(environmentId);
    if (environment) await refill(systemViewer(environment, "job", new Set(allPermissions)));
  }
}

async function refill(viewer: Viewer): Promise<void> {
  const { timeZone, id } = viewer.environment;
  const range = await rangeOf(viewer);
  if (range) {
    for (const [from, to] of stretches(range, timeZone, (day) => addDays(day, 1))) {
      await transaction(viewer, (tx) => replace(tx, { from, to, grain: "day", source: "quarter" }));
    }
    for (const [from, to] of stretches(range, timeZone, (day) => firstOfMonth(day, 1))) {
      await transaction(viewer, (tx) => replace(tx, { from, to, grain: "month", source: "day" }));
    }
  }
  const now = await environmentById(id);
  if (now?.timeZone === timeZone) await transaction(viewer, (tx) => setFilled(tx.db, id, timeZone));
}

interface Range {
  first: number;
  last: number;
}

/** From the earliest bucket of any grain to the latest, a day of other clocks included. */
async function rangeOf(viewer: Viewer): Promise<Range | null> {
  const { db } = await reader(viewer);
  const ends = await Promise.all(
    (["quarter", "day", "month"] as const).flatMap((grain) =>
      [asc, desc].map((order) =>
        db
          .select({ bucket: figures.bucket })
          .from(figures)
          .where(and(eq(figures.environmentId, viewer.environmentId), eq(figures.grain, grain)))
          .orderBy(order(figures.bucket))
          .limit(1),
      ),
    ),
  );
  const buckets = ends.flat().map(({ bucket }) => bucket);
  return buckets.length === 0 ? null : { first: Math.min(...buckets), last: Math.max(...buckets) };
}

function* stretches(
  { first, last }: Range,
  timeZone: string,
  next: (day: string) => string,
): Generator<[from: number, to: number]> {
  let day = firstOfMonth(dayAt(first, timeZone), 0);
  for (let from = startOfDay(day, timeZone); from <= last;) {
    const to = startOfDay((day = next(day)), timeZone);
    yield [from, to];
    from = to;
  }
}

interface Stretch {
  from: number;
  to: number;
  grain: Length;
  source: Length;
}

async function replace(tx: Tx, { from, to, grain, source }: Stretch): Promise<void> {
  const made = [grain, allOf(grain)];
  const within = (grains: Grain[]) =>
    and(
      eq(figures.environmentId, tx.environmentId),
      inArray(figures.grain, grains),
      gte(figures.bucket, from),
      lt(figures.bucket, to),
    );
  await tx.db.delete(figures).where(within(made));
  const rows = await tx.db
    .select()
    .from(figures)
    .where(within([source]));
  const sums = figureSums(tx.viewer.environment.timeZone);
  for (const row of rows) sums.add([cellOfRow(row)]);
  await writeFigures(
    tx,
    sums.rows().filter(({ key }) => made.includes(key.grain)),
  );
}
