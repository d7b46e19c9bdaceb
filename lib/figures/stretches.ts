import { eq, sql } from "drizzle-orm";
import type { EnvironmentId } from "#db/schema/columns";
import type { Grain, Length } from "#db/schema/figures";
import { figureStates } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { firstOfMonth, startOfDay } from "#lib/calendar";
import { allOf } from "./buckets.ts";
import { type Period, type Span, spanOf, type Step } from "./period.ts";

/** Buckets of an environment and a grain, from a moment and before another. */
export interface Stretch {
  environmentId: EnvironmentId;
  grain: Grain;
  from: number;
  before: number;
}

interface Asked {
  period: Period;
  /** What the buckets have to fit into. */
  step: Step;
  /** Whether currencies are all that has to be told apart. */
  by: "currency" | "facets";
}

/** The longest buckets that make up a period: whole months, the days around them, or quarters of an hour. */
export async function stretchesOf(viewer: Viewer, { period, step, by }: Asked): Promise<Stretch[]> {
  const known = step !== "hour" && (await hasDays(viewer, period.timeZone));
  const lengths = known ? lengthsOf(period, step) : [{ ...spanOf(period), length: "quarter" as const }];
  return lengths.map(({ length, start, end }) => ({
    environmentId: viewer.environmentId,
    grain: by === "currency" ? allOf(length) : length,
    from: start,
    before: end,
  }));
}

function lengthsOf(period: Period, step: Step): (Span & { length: Length })[] {
  const { from, until, timeZone } = period;
  const days = { ...spanOf(period), length: "day" as const };
  if (step !== "month") return [days];
  const first = from.endsWith("-01") ? from : firstOfMonth(from, 1);
  const last = firstOfMonth(until, 0);
  if (first >= last) return [days];
  const [start, end] = [startOfDay(first, timeZone), startOfDay(last, timeZone)];
  return [
    { ...days, end: start },
    { length: "month" as const, start, end },
    { ...days, start: end },
  ].filter((stretch) => stretch.start < stretch.end);
}

/** Days and months are kept on the clocks of the account, and for a while after it moved not at all. */
export async function hasDays(viewer: Viewer, timeZone: string): Promise<boolean> {
  const handle = await reader(viewer);
  const statement = handle.prepared("clocks of figures", (db) =>
    db
      .select({ timeZone: figureStates.timeZone })
      .from(figureStates)
      .where(eq(figureStates.environmentId, sql.placeholder("environmentId")))
      .prepare(),
  );
  const [state] = await statement.execute({ environmentId: viewer.environmentId });
  return state?.timeZone === timeZone;
}
