import { and, asc, desc, eq, getTableColumns, getTableName, gte, lt, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { find, type IdentifiedTable } from "#db/rows";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import type { Wire } from "./endpoint.ts";
import type { TimeRange } from "./params.ts";

type ListedTable = IdentifiedTable & { createdAt: SQLiteColumn };
type Filters<Row> = { [Name in keyof Row]?: Row[Name] };

/** What a list endpoint was asked for: the output of `listParams`. */
export interface PageRequest {
  limit: number;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: TimeRange | undefined;
}

export interface Page<Row> {
  rows: Row[];
  hasMore: boolean;
}

interface PageQuery<T extends ListedTable> {
  table: T;
  /** What a missing cursor is called: "No such customer: …". */
  kind: string;
  request: PageRequest;
  /** Where else a cursor may stand: what is listed with the rows of this table. */
  cursorsIn?: ListedTable;
  /** Columns that must be equal; undefined does not filter. */
  filters?: Filters<T["$inferSelect"]>;
  /** A condition without parameters that holds for every list of this table, such as "not deleted". */
  always?: SQL;
  /** A condition with parameters: `sql.placeholder` for each of `values`. Of one `key` the condition is always the same. */
  also?: { key: string; condition: SQL | undefined; values: Record<string, unknown> };
}

/** One page of rows, newest first, by keyset on (createdAt, id). An unknown cursor is a 404 that names it. */
export async function pageRows<T extends ListedTable>(
  viewer: Viewer,
  query: PageQuery<T>,
): Promise<Page<T["$inferSelect"]>> {
  const { request, table } = query;
  const handle = await reader(viewer);
  const cursor = await findCursor(handle, query);
  const shape = shapeOf(query);
  const statement = handle.prepared(`page ${getTableName(table)} ${JSON.stringify(shape)}`, (db) =>
    db
      .select()
      .from(table)
      .where(condition(query, shape))
      .orderBy(...order(table, shape))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  const rows: T["$inferSelect"][] = await statement.execute({
    ...encodedFilters(query, shape),
    ...query.also?.values,
    environmentId: viewer.environmentId,
    limit: request.limit + 1,
    from: request.created?.from,
    until: request.created?.until,
    cursorAt: cursor?.createdAt,
    cursorId: cursor?.id,
  });
  const hasMore = rows.length > request.limit;
  if (hasMore) rows.pop();
  if (shape.direction === "before") rows.reverse();
  return { rows, hasMore };
}

/** One page out of two that were asked for the same and hold the rows of two tables. */
export function mergedPage<A extends Dated, B extends Dated>(
  { limit, ending_before: before }: PageRequest,
  a: Page<A>,
  b: Page<B>,
): Page<A | B> {
  const rows = [...a.rows, ...b.rows].toSorted(newestFirst);
  const hasMore = a.hasMore || b.hasMore || rows.length > limit;
  return { rows: before === undefined ? rows.slice(0, limit) : rows.slice(-limit), hasMore };
}

interface Dated {
  createdAt: number;
  id: string;
}

function newestFirst(one: Dated, other: Dated): number {
  return other.createdAt - one.createdAt || (other.id < one.id ? -1 : 1);
}

/** A page of what is there whole, in its order. An unknown cursor is a 404 that names it. */
export function pageOfFixed<Item>(
  items: readonly Item[],
  request: PageRequest,
  { idOf, kind }: { idOf: (item: Item) => string; kind: string },
): Page<Item> {
  assertOneCursor(request);
  const { limit, starting_after: after, ending_before: before } = request;
  const at = (id: string, param: string) => {
    const index = items.findIndex((item) => idOf(item) === id);
    if (index < 0) throw notFound(kind, id, param);
    return index;
  };
  if (before === undefined) {
    const from = after === undefined ? 0 : at(after, "starting_after") + 1;
    return { rows: items.slice(from, from + limit), hasMore: from + limit < items.length };
  }
  const until = at(before, "ending_before");
  return { rows: items.slice(Math.max(0, until - limit), until), hasMore: until > limit };
}

/** For `also`: the column is one of these texts, at least one. */
export function among(column: SQLiteColumn, texts: readonly string[]) {
  const names = texts.map((_, index) => `among_${column.name}_${index}`);
  return {
    key: `${column.name} among ${texts.length}`,
    condition: sql`${column} in (${sql.join(
      names.map((name) => sql.placeholder(name)),
      sql`, `,
    )})`,
    values: Object.fromEntries(names.map((name, index) => [name, texts[index]])),
  };
}

/** The API's list object. `url`: the path of the list. */
export function pageOf<Row>({ rows, hasMore }: Page<Row>, url: string, toWire: (row: Row) => Wire) {
  return { object: "list", data: rows.map(toWire), has_more: hasMore, url };
}

interface Shape {
  direction: "first" | "after" | "before";
  from: boolean;
  until: boolean;
  filters: string[];
  always: boolean;
  also: string | undefined;
}

function shapeOf<T extends ListedTable>({ request, filters = {}, always, also }: PageQuery<T>): Shape {
  const given: Record<string, unknown> = filters;
  return {
    direction: request.starting_after ? "after" : request.ending_before ? "before" : "first",
    from: request.created?.from !== undefined,
    until: request.created?.until !== undefined,
    filters: Object.keys(given).filter((name) => given[name] !== undefined),
    always: always !== undefined,
    also: also?.key,
  };
}

/** As the driver takes them: SQLite has no booleans. */
function encodedFilters<T extends ListedTable>({ table, filters = {} }: PageQuery<T>, shape: Shape) {
  const columns = getTableColumns(table);
  const given: Record<string, unknown> = filters;
  return Object.fromEntries(
    shape.filters.map((name) => [name, columns[name]?.mapToDriverValue(given[name])]),
  );
}

/** Throws where a page is to be after one entry and before another. */
export function assertOneCursor({ starting_after: after, ending_before: before }: PageRequest): void {
  if (after === undefined || before === undefined) return;
  throw invalid("You cannot parameterize both starting_after and ending_before.", { param: "ending_before" });
}

async function findCursor<T extends ListedTable>(
  handle: Handle,
  { request, table, kind, cursorsIn }: PageQuery<T>,
) {
  assertOneCursor(request);
  const param = request.starting_after === undefined ? "ending_before" : "starting_after";
  const id = request[param];
  if (id === undefined) return undefined;
  const row: { createdAt?: unknown } | undefined =
    (await find(handle, table, id)) ?? (cursorsIn && (await find(handle, cursorsIn, id)));
  if (!row) throw notFound(kind, id, param);
  return { id, createdAt: row.createdAt };
}

function condition<T extends ListedTable>(
  { table, always, also }: PageQuery<T>,
  shape: Shape,
): SQL | undefined {
  const columns = getTableColumns(table);
  return and(
    eq(table.environmentId, sql.placeholder("environmentId")),
    always,
    also?.condition,
    ...shape.filters.map((name) => sql`${columns[name]} = ${sql.placeholder(name)}`),
    shape.from ? gte(table.createdAt, sql.placeholder("from")) : undefined,
    shape.until ? lt(table.createdAt, sql.placeholder("until")) : undefined,
    beyond(table, shape),
  );
}

function beyond(table: ListedTable, { direction }: Shape): SQL | undefined {
  if (direction === "first") return undefined;
  const at = sql.placeholder("cursorAt");
  const id = sql.placeholder("cursorId");
  return direction === "after"
    ? sql`(${table.createdAt}, ${table.id}) < (${at}, ${id})`
    : sql`(${table.createdAt}, ${table.id}) > (${at}, ${id})`;
}

function order(table: ListedTable, { direction }: Shape): SQL[] {
  return direction === "before"
    ? [asc(table.createdAt), asc(table.id)]
    : [desc(table.createdAt), desc(table.id)];
}
