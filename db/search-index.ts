import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import { dialect } from "./dialect.ts";
import type { Db } from "./engine/engine.ts";
import type { Handle } from "./transaction.ts";
import { events } from "./schema/index.ts";

/*
 * The full-text index of both dialects: SQLite's FTS5 without content, Postgres's tsvector. A document is a set of
 * terms at a position; terms are made of small letters, digits and `_ . = ~`, whatever they stand for.
 * drizzle-kit knows neither kind of table, so the index is made when the migrations are through.
 */

/** Changes when documents get other terms: then they are indexed anew at the next start. */
export const searchIndexVersion = 6;

/** As many letters as the beginning of a word is indexed by, after the letter of its kind. */
export const indexedPrefix = 6;

/** What must be among a document's terms. */
export type Expression =
  | { all: true }
  | { term: string }
  /** Terms that begin so; at most one and `indexedPrefix` letters. */
  | { prefix: string }
  | { and: readonly Expression[] }
  | { or: readonly Expression[] }
  /** Has none of it. */
  | { not: Expression };

const liteIndex = lite.sqliteTable("search_index", {
  position: lite.integer("rowid", { mode: "number" }),
  terms: lite.text("terms"),
});
const pgIndex = pg.pgTable("search_index", {
  position: pg.bigint("position", { mode: "number" }),
  terms: pg.text("terms"),
});
/** FTS5 is told what to do through a column of the table's own name. */
const liteCommands = lite.sqliteTable("search_index", {
  command: lite.text("search_index"),
  rank: lite.integer("rank"),
});
const postgres = dialect === "postgres";
const index = (postgres ? pgIndex : liteIndex) as typeof liteIndex;

/** Where nothing has happened yet, nothing is missing. */
const completeWhenEmpty = `INSERT INTO search_state (name, value) SELECT 'version', ${searchIndexVersion}
  WHERE NOT EXISTS (SELECT 1 FROM events) ON CONFLICT (name) DO NOTHING`;

/** Makes the index where there is none. */
export const createSearchIndex = postgres
  ? `CREATE TABLE IF NOT EXISTS search_index (position bigint PRIMARY KEY, terms tsvector NOT NULL);
     CREATE INDEX IF NOT EXISTS search_index_terms ON search_index USING gin (terms);
     ALTER TABLE events ADD COLUMN IF NOT EXISTS sequence bigserial;
     CREATE INDEX IF NOT EXISTS events_sequence ON events (sequence);
     ${completeWhenEmpty};`
  : `CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(
       terms, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4 5 6 7',
       tokenize = "ascii tokenchars '_.=~'"
     );
     INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 33554432);
     CREATE VIRTUAL TABLE IF NOT EXISTS search_terms USING fts5vocab(search_index, 'instance');
     ${completeWhenEmpty};`;

/** Where an event stands in the order in which events were committed, whatever their clocks said. */
export const eventSequence: SQL<number> = postgres
  ? sql<number>`${sql.identifier("events")}.${sql.identifier("sequence")}`.mapWith(Number)
  : sql<number>`${events}.rowid`.mapWith(Number);

/** Puts a document's terms at its position, where none are. */
export async function putTerms(
  { prepared }: Pick<Handle, "prepared">,
  position: number,
  terms: readonly string[],
): Promise<void> {
  await prepared("put search terms", preparePut).execute({ position, terms: terms.join(" ") });
}

function preparePut(db: Db) {
  const text = sql.placeholder("terms");
  const vector = postgres ? sql`array_to_tsvector(string_to_array(${text}, ' '))` : sql`${text}`;
  return db
    .insert(index)
    .values({ position: sql`${sql.placeholder("position")}`, terms: vector })
    .prepare();
}

export async function dropTerms({ prepared }: Pick<Handle, "prepared">, position: number): Promise<void> {
  const statement = prepared("drop search terms", (db) =>
    db
      .delete(index)
      .where(eq(index.position, sql.placeholder("position")))
      .prepare(),
  );
  await statement.execute({ position });
}

/** Forgets every document. */
export async function dropAllTerms(db: Db): Promise<void> {
  if (postgres) await db.delete(index);
  else await db.insert(liteCommands).values({ command: "delete-all" });
}

/**
 * Works on so many pages of joining the parts that the index was written in, in each of which a term is looked up by
 * itself; says whether more is left. `turn`: the first decides which parts. Postgres has no parts.
 */
export async function joinParts(db: Db, pages: number, turn: "first" | "next"): Promise<boolean> {
  if (postgres) return false;
  const before = await changesOf(db);
  await db.insert(liteCommands).values({ command: "merge", rank: turn === "first" ? -pages : pages });
  return (await changesOf(db)) - before > 1;
}

/** How many rows the connection has changed; the command itself is one, also where there was nothing to do. */
async function changesOf(db: Db): Promise<number> {
  const changes = sql<number>`changes`.mapWith(Number);
  const [row] = await db.select({ changes }).from(sql`(select total_changes() as changes) as done`);
  return row?.changes ?? 0;
}

/** From the first term to the last, in the order of their letters. */
export interface TermRange {
  first: string;
  last: string;
}

/**
 * Those ranges that some document has a term of; of one that nothing has any more it may be said too. SQLite looks for
 * every term of a query in each part of the index, whether it is there or not; Postgres is as quick without.
 */
export async function rangesInUse(db: Db, ranges: readonly TermRange[]): Promise<TermRange[]> {
  if (postgres) return [...ranges];
  const asked = sql`json_each(${JSON.stringify(ranges)}) as asked`;
  const rows = await db
    .select({ at: sql<number>`asked.key`.mapWith(Number) })
    .from(asked)
    .where(
      sql`exists (select 1 from search_terms
        where term >= asked.value ->> 'first' and term <= asked.value ->> 'last')`,
    );
  return rows.flatMap(({ at }) => ranges[at] ?? []);
}

interface Span {
  /** The first position, and the one after the last. */
  from: number;
  until: number;
}

/** The last positions of a span whose documents fit, last first. `base`: a term that each of them has. */
export async function positionsOf(
  db: Db,
  base: string,
  expression: Expression,
  { from, until }: Span,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .select({ position: index.position })
    .from(index)
    .where(and(fits(base, expression), gte(index.position, whole(from)), lt(index.position, whole(until))))
    .orderBy(desc(index.position))
    .limit(limit);
  return rows.map(({ position }) => Number(position));
}

/** How many documents fit, counted no further than `most`. */
export async function countPositions(
  db: Db,
  base: string,
  expression: Expression,
  { from, until }: Span,
  most: number,
): Promise<number> {
  const found = db
    .select({ position: index.position })
    .from(index)
    .where(and(fits(base, expression), gte(index.position, whole(from)), lt(index.position, whole(until))))
    .limit(most)
    .as("found");
  const [row] = await db.select({ count: sql`count(*)`.mapWith(Number) }).from(found);
  return row?.count ?? 0;
}

/**
 * How many documents of whatever base have a term, or one that begins so, counted no further than `most`. Postgres
 * weighs by itself what it looks for first, and is not asked.
 */
export async function countHaving(
  db: Db,
  leaf: { term: string } | { prefix: string },
  span: Span,
  most: number,
): Promise<number> {
  return postgres ? most : countPositions(db, "", leaf, span, most);
}

/** FTS5 heeds a bound only if it is an integer; the driver binds what is too big for 32 bits as a real number. */
function whole(position: number): SQL {
  return sql`cast(${position} as bigint)`;
}

function fits(base: string, expression: Expression): SQL {
  const within = isWithin(base, expression) ? expression : { and: [{ term: base }, expression] };
  const query = postgres ? tsquery(base, within) : match(base, within);
  return postgres ? sql`${index.terms} @@ ${query}::tsquery` : sql`search_index match ${query}`;
}

/** Whether what fits has the base term by itself: to look for what nearly all have would be most of the work. */
function isWithin(base: string, expression: Expression): boolean {
  if ("all" in expression || "not" in expression) return true;
  if ("term" in expression) return expression.term.startsWith(base);
  if ("or" in expression) return expression.or.every((each) => isWithin(base, each));
  if ("prefix" in expression) return expression.prefix.startsWith(base);
  const asked = askedOf(expression.and);
  return asked.length === 0 || asked.some((each) => isWithin(base, each));
}

/** What narrows the search down, among parts that all must hold. */
function askedOf(parts: readonly Expression[]): Expression[] {
  return parts.filter((each) => !("not" in each) && !("all" in each));
}

/** FTS5 has no "none of it" of its own, only "this without that". */
function match(base: string, expression: Expression): string {
  if ("all" in expression) return `"${base}"`;
  if ("term" in expression) return `"${expression.term}"`;
  if ("prefix" in expression) return `"${expression.prefix}" *`;
  if ("not" in expression) return `("${base}" NOT ${match(base, expression.not)})`;
  if ("or" in expression) return `(${expression.or.map((each) => match(base, each)).join(" OR ")})`;
  const without = expression.and.flatMap((each) => ("not" in each ? [match(base, each.not)] : []));
  const positive =
    askedOf(expression.and)
      .map((each) => match(base, each))
      .join(" AND ") || `"${base}"`;
  return without.length === 0 ? `(${positive})` : `((${positive}) NOT (${without.join(" OR ")}))`;
}

function tsquery(base: string, expression: Expression): string {
  if ("all" in expression) return `'${base}'`;
  if ("term" in expression) return `'${expression.term}'`;
  if ("prefix" in expression) return `'${expression.prefix}':*`;
  if ("not" in expression) return `('${base}' & !${tsquery(base, expression.not)})`;
  const [parts, sign] = "or" in expression ? [expression.or, " | "] : [expression.and, " & "];
  const inner = parts.map((each) => tsquery(base, each)).join(sign);
  return inner === "" ? `'${base}'` : `(${inner})`;
}
