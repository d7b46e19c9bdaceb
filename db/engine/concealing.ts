/* eslint-disable no-restricted-syntax -- drizzle's session has no public type; here rows are seen before anybody else */
import { Column, getTableName, is, SQL } from "drizzle-orm";
import type { EnvironmentId } from "../schema/columns.ts";
import { type Connection, type Db, decoded, type Prepared } from "./engine.ts";

/** A value that was read, and the column it stands in. */
export interface Cell {
  table: string;
  column: string;
  value: unknown;
}

/** What becomes of the values that an environment's rows were read with: as many rows, of as many values. */
export type Conceal = (rows: readonly Cell[][], environmentId: EnvironmentId) => Promise<unknown[][]>;

/** The same, of one environment. */
type Cover = (rows: readonly Cell[][]) => Promise<unknown[][]>;

interface Selected {
  path: string[];
  field: unknown;
}

type Statement = Record<"all" | "execute", (values?: Record<string, unknown>) => unknown>;

interface Session {
  prepareQuery(query: unknown, fields: Selected[] | undefined, ...rest: unknown[]): Statement;
}

/**
 * A connection whose every row passes `cover` before anybody sees it: a value is known by the column it was selected
 * from, also where that stands inside an expression. `db` is shared with nobody else.
 */
export function concealing(db: Db, cover: Cover): Connection {
  const { session } = db as unknown as { session: Session };
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, ...rest) => {
    const statement = prepare(query, fields, ...rest);
    return fields ? covered(statement, fields.flatMap(sourcesOf), cover) : statement;
  };
  const statements = new Map<string, Prepared<unknown>>();
  return {
    db,
    prepared<Row>(key: string, build: (db: Db) => Prepared<Row>) {
      let statement = statements.get(key);
      if (!statement) statements.set(key, (statement = build(db)));
      return statement as Prepared<Row>;
    },
    plain: decoded,
    insertPlain: neverWritten,
    savepoint: neverWritten,
  };
}

function neverWritten(): Promise<never> {
  return Promise.reject(new Error("Nothing is written where values are concealed"));
}

/** Makes one connection for each way to conceal and environment, and no more: its statements are prepared once. */
export function perConceal(make: (cover: Cover) => Connection) {
  const made = new WeakMap<Conceal, Map<EnvironmentId, Connection>>();
  return (conceal: Conceal, environmentId: EnvironmentId): Connection => {
    const byEnvironment = made.get(conceal) ?? new Map<EnvironmentId, Connection>();
    made.set(conceal, byEnvironment);
    const known = byEnvironment.get(environmentId) ?? make((rows) => conceal(rows, environmentId));
    byEnvironment.set(environmentId, known);
    return known;
  };
}

interface Source {
  path: string[];
  table: string;
  column: string;
}

function covered(statement: Statement, sources: Source[], cover: Cover): Statement {
  // Of one dialect, what executes calls what reads all.
  const done = new WeakSet();
  for (const method of ["all", "execute"] as const) {
    const original = statement[method].bind(statement);
    statement[method] = async (values) => {
      const rows: unknown = await original(values);
      if (!Array.isArray(rows) || done.has(rows)) return rows;
      done.add(rows);
      return coverRows(rows, sources, cover);
    };
  }
  return statement;
}

async function coverRows(rows: unknown[], sources: Source[], cover: Cover): Promise<unknown[]> {
  const cells = rows.map((row) =>
    sources.map(({ path, table, column }) => ({ table, column, value: path.reduce(memberOf, row) })),
  );
  const shown = await cover(cells);
  rows.forEach((row, at) => {
    sources.forEach(({ path }, place) => put(row, path, shown[at]?.[place]));
  });
  return rows;
}

function put(row: unknown, path: readonly string[], value: unknown): void {
  const holder = path.slice(0, -1).reduce(memberOf, row);
  const name = path.at(-1);
  if (isObject(holder) && name !== undefined) holder[name] = value;
}

function memberOf(holder: unknown, step: string): unknown {
  return isObject(holder) ? holder[step] : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function sourcesOf({ path, field }: Selected): Source[] {
  return columnsIn(field).map((column) => ({ path, table: tableOf(column), column: column.name }));
}

function columnsIn(field: unknown): Column[] {
  if (is(field, Column)) return [field];
  if (is(field, SQL.Aliased)) return columnsIn(field.sql);
  return is(field, SQL) ? field.queryChunks.flatMap(columnsIn) : [];
}

/** Its own name, also where the query calls it something else. */
function tableOf({ table }: Column): string {
  const own: unknown = (table as unknown as Record<symbol, unknown>)[Symbol.for("drizzle:OriginalName")];
  return typeof own === "string" ? own : getTableName(table);
}
