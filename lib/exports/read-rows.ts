import { and, asc, Column, desc, eq, inArray, is, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { bulkReader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Key } from "#lib/lists/key";
import { highestKey, lowestKey } from "#lib/lists/walk";
import type { ExportChoices } from "./choices.ts";
import { createdIn } from "./created-in.ts";
import type { Dataset, ExportColumn } from "./dataset.ts";
import { datasets } from "./datasets/all.ts";
import type { CellValue, EncodedColumn } from "./encoder.ts";

/** Rows that are read at once: enough to be quick, few enough to be small. */
const batchSize = 2_000;

/** A row as it was read, its fields by their places. */
type ReadRow = readonly unknown[];

/** What an export is to read, made ready. */
export interface ExportPlan {
  columns: EncodedColumn<ReadRow>[];
  count(): Promise<number>;
  batches(): AsyncGenerator<ReadRow[]>;
}

/** Prepares the rows that were chosen, newest first, along the index of creation. */
export async function planOf(viewer: Viewer, choices: ExportChoices): Promise<ExportPlan> {
  const dataset: Dataset = datasets[choices.dataset];
  const handle = await bulkReader(viewer);
  const own = viewer.environment.currency;
  const columns = choices.columns.map((heading) => columnOf(dataset, heading));
  const fields = fieldsOf(dataset, columns, [
    choices.metadata.length > 0 ? dataset.metadata : undefined,
    viewer.conceal && dataset.about,
  ]);
  const where = and(
    eq(dataset.table.environmentId, viewer.environmentId),
    dataset.always,
    await dataset.narrow(viewer, choices.address),
    choices.ids && inArray(dataset.table.id, choices.ids),
    createdIn(dataset.table, {
      createdFrom: choices.from ?? undefined,
      createdUntil: choices.until ?? undefined,
    }),
  );
  return {
    columns: [
      ...columns.map((column, at) => encoded(column, choices.columns[at] ?? "", { ...choices, fields, own })),
      ...(dataset.metadata ? factColumns(choices.metadata, fields.get(dataset.metadata) ?? 0) : []),
    ],
    async count() {
      const counted = { rows: sql`count(*)`.mapWith(Number) };
      const [found] = await handle.db.select(counted).from(dataset.table).where(where);
      return found?.rows ?? 0;
    },
    batches: () => walkParts(handle, dataset, { columns, fields, where }),
  };
}

type Handle = Awaited<ReturnType<typeof bulkReader>>;

/** What is read of each row, at which place: what several columns need is read once. */
type Fields = Map<SQLiteColumn | SQL, number>;

interface Walking {
  columns: ExportColumn[];
  fields: Fields;
  where: SQL | undefined;
}

async function* walkParts(handle: Handle, dataset: Dataset, walking: Walking): AsyncGenerator<ReadRow[]> {
  for (const part of dataset.parts ?? [undefined]) {
    yield* walk(handle, dataset, { ...walking, where: and(walking.where, part) });
  }
}

/**
 * Batches follow one another from the newest to the oldest, but each is read from its oldest row on: disks and caches
 * fetch ahead of who goes forwards, and rows lie in a file as they were made.
 */
async function* walk(handle: Handle, dataset: Dataset, walking: Walking): AsyncGenerator<ReadRow[]> {
  const { oldest, rows } = preparedSelects(handle, dataset, walking);
  for (let until: Key | null = highestKey; until;) {
    const from: Key | null = keyIn(await handle.read(oldest, { until: until.at, untilId: until.id }));
    const { at, id } = from ?? lowestKey;
    const batch = await handle.read(rows, { from: at, fromId: id, until: until.at, untilId: until.id });
    if (batch.length > 0) yield batch.reverse();
    until = from;
  }
}

function keyIn([row]: readonly ReadRow[]): Key | null {
  return row ? { at: Number(row[0]), id: String(row[1]) } : null;
}

/** The oldest row of the batch that ends at a key, unless fewer are left; and what is read of a batch. */
function preparedSelects({ db }: Handle, dataset: Dataset, { columns, fields, where }: Walking) {
  const { table, joined } = dataset;
  const key = sql`(${table.createdAt}, ${table.id})`;
  const older = and(where, sql`${key} < (${sql.placeholder("until")}, ${sql.placeholder("untilId")})`);
  const since = sql`${key} >= (${sql.placeholder("from")}, ${sql.placeholder("fromId")})`;
  const read = Object.fromEntries([...fields.keys()].map((of, at) => [`c${at}`, of]));
  const selected = db.select(read).from(table).$dynamic();
  if (joined && columns.some(({ of }) => is(of, Column) && of.table === joined.table)) {
    selected.leftJoin(joined.table, joined.on);
  }
  return {
    oldest: db
      .select({ at: table.createdAt, id: table.id })
      .from(table)
      .where(older)
      .orderBy(desc(table.createdAt), desc(table.id))
      .limit(1)
      .offset(batchSize - 1)
      .prepare(),
    rows: selected.where(and(older, since)).orderBy(asc(table.createdAt), asc(table.id)).prepare(),
  };
}

function fieldsOf(
  { table }: Dataset,
  columns: ExportColumn[],
  others: readonly (SQLiteColumn | undefined)[],
): Fields {
  const currencies = columns.flatMap((column) =>
    column.kind === "amount" && column.currency !== "environment" ? [column.currency] : [],
  );
  const more = others.filter((of) => of !== undefined);
  const read = new Set([table.id, ...columns.map(({ of }) => of), ...currencies, ...more]);
  return new Map([...read].map((of, at) => [of, at]));
}

function placeOf(fields: Fields, of: SQLiteColumn | SQL): number {
  const place = fields.get(of);
  if (place === undefined) throw new Error("A column is written that is not read");
  return place;
}

interface Encoding extends Pick<ExportChoices, "timeZone"> {
  fields: Fields;
  /** The environment's currency. */
  own: string;
}

/** Moments say on whose clock they are told. */
function encoded(
  column: ExportColumn,
  heading: string,
  { timeZone, fields, own }: Encoding,
): EncodedColumn<ReadRow> {
  const { kind } = column;
  const at = placeOf(fields, column.of);
  const value = (row: ReadRow) => plain(row[at]);
  if (kind === "amount") {
    if (column.currency === "environment") return { heading, kind, value, currency: () => own };
    const money = placeOf(fields, column.currency);
    return { heading, kind, value, currency: (row) => String(row[money]) };
  }
  if (kind === "yes_no") return { heading, kind, value: (row) => truth(row[at]) };
  return { heading: kind === "moment" ? `${heading} (${timeZone})` : heading, kind, value };
}

/** One of an object's own facts. What the row's are is read once for all of them. */
function factColumns(names: readonly string[], at: number): EncodedColumn<ReadRow>[] {
  let [last, facts]: [ReadRow | null, Record<string, unknown>] = [null, {}];
  const factsOf = (row: ReadRow) => {
    if (row !== last) [last, facts] = [row, objectIn(row[at])];
    return facts;
  };
  return names.map((name) => ({
    heading: `metadata.${name}`,
    kind: "text",
    value(row) {
      const own = factsOf(row);
      return Object.hasOwn(own, name) ? plain(own[name]) : null;
    },
  }));
}

function objectIn(value: unknown): Record<string, unknown> {
  const read: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return typeof read === "object" && read !== null ? { ...read } : {};
}

function columnOf({ columns }: Dataset, heading: string): ExportColumn {
  const column = columns[heading];
  if (!column) throw new Error(`There is no column ${heading} to export`);
  return column;
}

function plain(value: unknown): CellValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return null;
}

function truth(value: unknown): CellValue {
  return value === null || value === undefined ? null : Boolean(value);
}
