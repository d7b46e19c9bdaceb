/* eslint-disable no-restricted-syntax -- drizzle's session has no public type; here rows are seen before anybody else */
import { Column, getTableName, is, SQL } from "drizzle-orm";
import { type Connection, type Db, decoded, type Prepared } from "./engine.ts";

/** A value that was read, and the column it stands in. */
export interface Cell {
  table: string;
  column: string;
  value: unknown;
}

/** What becomes of one value that was read, by where it stands and by all that its row says. */
export type Conceal = (cell: Cell, row: readonly Cell[]) => unknown;

interface Selected {
  path: string[];
  field: unknown;
}

type Statement = Record<"all" | "execute", (values?: Record<string, unknown>) => unknown>;

interface Session {
  prepareQuery(query: unknown, fields: Selected[] | undefined, ...rest: unknown[]): Statement;
}

/**
 * A connection whose every row passes `conceal` before anybody sees it: a value is known by the column it was selected
 * from, also where that stands inside an expression. `db` is shared with nobody else.
 */
export function concealing(db: Db, conceal: Conceal): Connection {
  const { session } = db as unknown as { session: Session };
  const prepare = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, ...rest) => {
    const statement = prepare(query, fields, ...rest);
    return fields ? covered(statement, fields.flatMap(sourcesOf), conceal) : statement;
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
    savepoint: () => Promise.reject(new Error("Nothing is written where values are concealed")),
  };
}

/** Makes one connection for each way to conceal, and no more: its statements are prepared once. */
export function perConceal(make: (conceal: Conceal) => Connection): (conceal: Conceal) => Connection {
  const made = new WeakMap<Conceal, Connection>();
  return (conceal) => {
    const known = made.get(conceal) ?? make(conceal);
    made.set(conceal, known);
    return known;
  };
}

interface Source {
  path: string[];
  table: string;
  column: string;
}

function covered(statement: Statement, sources: Source[], conceal: Conceal): Statement {
  const cover = (result: unknown) =>
    Array.isArray(result) ? result.map((row) => coverRow(row, sources, conceal)) : result;
  for (const method of ["all", "execute"] as const) {
    const original = statement[method].bind(statement);
    statement[method] = (values) => {
      const result = original(values);
      return result instanceof Promise ? result.then(cover) : cover(result);
    };
  }
  return statement;
}

function coverRow(row: unknown, sources: Source[], conceal: Conceal): unknown {
  const cells = sources.map(({ path, table, column }) => {
    const value = path.reduce<unknown>((holder, step) => (isObject(holder) ? holder[step] : null), row);
    return { table, column, value };
  });
  for (const { path, table, column } of sources) {
    let holder: unknown = row;
    for (const step of path.slice(0, -1)) holder = isObject(holder) ? holder[step] : null;
    const name = path.at(-1);
    if (!isObject(holder) || name === undefined) continue;
    holder[name] = conceal({ table, column, value: holder[name] }, cells);
  }
  return row;
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
