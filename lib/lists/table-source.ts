import { and, or, type SQL, sql } from "drizzle-orm";
import { type Handle, reader } from "#db/transaction";
import { authorize, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Filter } from "./filters/filter.ts";
import { type ListSource, type Reading, readingOf, type Sorted } from "./list-source.ts";
import { type Lane, type Listed, readPage } from "./read-page.ts";
import type { DeclaredSort } from "./sorts.ts";
import { sumLanes, type Summed } from "./sum-lanes.ts";
import { laneWhere, type TableLane, tableLanes } from "./table-lanes.ts";
import { entryAt, type ListedTable, steps } from "./walk.ts";

/** What a page reads of a table, for the area to select with all it joins. */
export interface Selection {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
}

interface TableList<Row extends Listed, Part extends object> {
  name: string;
  permission: Permission;
  path: ListSource<Row, Sorted>["path"];
  table: ListedTable;
  filters: Filter<Part>;
  /** By name, the usual one first. */
  sorts: Record<string, DeclaredSort<NoInfer<Row>, NoInfer<Part>>>;
  select(viewer: Viewer, handle: Handle, selection: Selection): Promise<Row[]>;
  /** What is added up; without it rows are only counted. */
  money?: Summed;
  kinds?: ListSource<Row, Sorted>["kinds"];
}

/** A list of a table's rows. Each combination of its filters and orders walks along one index, a bounded stretch a page. */
export function tableSource<Row extends Listed, Part extends object>(
  list: TableList<Row, Part>,
): ListSource<Row, Part & Sorted> {
  const { name, permission, path, table, filters, sorts, kinds } = list;
  const [usual = "newest", ...others] = Object.keys(sorts);
  const sortNamed = (sort: string) => {
    const declared = sorts[sort];
    if (!declared) throw new RangeError(`The list ${name} has no order ${sort}`);
    return declared;
  };
  const lanesOf = (query: Part & Sorted, reading: Reading) =>
    tableLanes(table, sortNamed(query.sort), filters.conditions(query, reading));
  return {
    name,
    permission,
    path,
    params: filters.params,
    kinds,
    sorts: [usual, ...others],
    read(params, reading, sort) {
      const part = filters.read(params, reading);
      const fitting = (sortNamed(sort).suits?.(part) ?? true) ? sort : usual;
      return { ...(sortNamed(fitting).complete?.(part, reading) ?? part), sort: fitting };
    },
    write: filters.write,
    async page(viewer, query, request) {
      authorize(viewer, permission);
      const handle = await reader(viewer);
      const { order, of } = sortNamed(query.sort);
      const lanes = lanesOf(query, readingOf(viewer)).map((lane) =>
        laneOf(viewer, handle, lane, list.select),
      );
      return readPage(lanes, request, { order, keyOf: (row) => ({ at: of(row), id: row.id }) });
    },
    sum: (scope, query, reading) => sumLanes(scope, lanesOf(query, reading), list.money),
    lets: async ({ environmentId }, query, reading) =>
      or(...lanesOf(query, reading).map((lane) => laneWhere(lane, environmentId))) ?? sql`1 = 0`,
  };
}

function laneOf<Row>(
  viewer: Viewer,
  handle: Handle,
  lane: TableLane,
  select: (viewer: Viewer, handle: Handle, selection: Selection) => Promise<Row[]>,
): Lane<Row> {
  return {
    read(stretch, limit) {
      const { where, orderBy } = steps(lane, viewer.environmentId, stretch);
      return select(viewer, handle, { where: and(...where, ...lane.rest), orderBy, limit });
    },
    ...(lane.rest.length > 0 && { entry: (stretch, count) => entryAt(handle, lane, stretch, count) }),
  };
}
