import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Among, Condition, Within } from "./filters/filter.ts";
import { held, type ListedTable, type Pin, type Sort, type Walk } from "./walk.ts";

/** An order for which the table has an index of (tenant, `behind`, its column, id). */
export interface IndexedSort extends Sort {
  /** A column that a filter must hold to one value, as a currency where amounts are compared. */
  behind?: Condition["column"];
  /** Rows compare whatever stands behind: a filter may hold it to several values. */
  several?: true;
}

/** One walk along an index, testing each entry for `rest`; of several no row is in two. */
export interface TableLane extends Walk {
  rest: SQL[];
}

/** Along which index a table is walked: that of the order, behind the first filter that has one, and behind another that follows it there. */
export function tableLanes(
  table: ListedTable,
  sort: IndexedSort,
  conditions: readonly Condition[],
): TableLane[] {
  const pinned = pinnedOf(table, sort, conditions);
  const range = conditions.find((condition) => isWithin(condition) && condition.column === sort.column);
  const rest = conditions
    .filter((condition) => !pinned.some((pin) => pin === condition) && condition !== range)
    .map(test);
  const within = range && isWithin(range) ? { from: range.from, until: range.until } : undefined;
  return pinsOf(pinned).map((pins) => ({ table, pins, sort, within, rest }));
}

/** All that a lane lets pass, in no order. */
export function laneWhere({ table, pins, sort, within, rest }: TableLane, environmentId: number) {
  const column = sort?.column ?? table.createdAt;
  return and(
    eq(table.environmentId, environmentId),
    ...pins.map((pin) => eq(pin.column, pin.value)),
    within?.from === undefined ? undefined : gte(column, within.from),
    within?.until === undefined ? undefined : lt(column, within.until),
    ...rest,
  );
}

function pinnedOf(table: ListedTable, sort: IndexedSort, conditions: readonly Condition[]): Among[] {
  const chosen = conditions.filter((condition) => "among" in condition);
  const first = chosen.find((condition) => canPin(table, sort, condition));
  if (!first) return [];
  const second = sort.behind ? undefined : chosen.find(({ indexed }) => indexed === first.column);
  return second ? [first, second] : [first];
}

function canPin(table: ListedTable, { column, behind, several }: IndexedSort, condition: Among): boolean {
  if (behind) return condition.column === behind && (several || condition.among.length === 1);
  return column === table.createdAt && condition.indexed === true;
}

function pinsOf(pinned: readonly Among[]): Pin[][] {
  return pinned.reduce<Pin[][]>(
    (walks, { column, among }) =>
      walks.flatMap((pins) => [...new Set(among)].map((value) => [...pins, { column, value }])),
    [[]],
  );
}

function isWithin(condition: Condition): condition is Within {
  return !("among" in condition || "holds" in condition);
}

function test(condition: Condition): SQL {
  if ("holds" in condition) return condition.holds ?? sql`true`;
  const column = held(condition.column);
  if ("among" in condition) return inArray(column, [...condition.among]);
  const { from, until } = condition;
  const tests = [
    from === undefined ? undefined : gte(column, from),
    until === undefined ? undefined : lt(column, until),
  ];
  return and(...tests) ?? sql`true`;
}
