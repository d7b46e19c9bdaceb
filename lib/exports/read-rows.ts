import { and, Column, desc, eq, inArray, is, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { highestKey } from "#lib/lists/walk";
import type { ExportChoices } from "./choices.ts";
import { createdIn } from "./created-in.ts";
import type { Dataset, ExportColumn } from "./dataset.ts";
import { datasets } from "./datasets/all.ts";
import type { CellValue, EncodedColumn } from "./encoder.ts";

/** Rows that are read at once: enough to be quick, few enough to be small. */
const batchSize = 2_000;

/** A row as it was read, by the names of `fieldsOf`. */
type ReadRow = Record<string, unknown>;

/** What an export is to read, made ready. */
export interface ExportPlan {
  columns: EncodedColumn<ReadRow>[];
  count(): Promise<number>;
  batches(): AsyncGenerator<ReadRow[]>;
}

/** Prepares the rows that were chosen, newest first, along the index of creation. */
export async function planOf(viewer: Viewer, choices: ExportChoices): Promise<ExportPlan> {
  const dataset: Dataset = datasets[choices.dataset];
  const handle = await reader(viewer);
  const columns = choices.columns.map((heading) => columnOf(dataset, heading));
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
      ...columns.map((column, at) => encoded(choices, column, at)),
      ...choices.metadata.map(factColumn),
    ],
    async count() {
      const counted = { rows: sql`count(*)`.mapWith(Number) };
      const [found] = await handle.db.select(counted).from(dataset.table).where(where);
      return found?.rows ?? 0;
    },
    batches: () => walk(handle, dataset, { columns, facts: choices.metadata.length > 0, where }),
  };
}

interface Walking {
  columns: ExportColumn[];
  /** Whether facts among the metadata are wanted. */
  facts: boolean;
  where: SQL | undefined;
}

async function* walk(handle: Handle, dataset: Dataset, walking: Walking): AsyncGenerator<ReadRow[]> {
  const statement = preparedSelect(handle, dataset, walking);
  let last = highestKey;
  for (;;) {
    const rows: ReadRow[] = await statement.execute({ createdAt: last.at, id: last.id });
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    if (rows.length < batchSize) return;
    last = { at: Number(end["key_at"]), id: String(end["key_id"]) };
  }
}

function preparedSelect({ db }: Handle, dataset: Dataset, walking: Walking) {
  const { table, joined } = dataset;
  const { columns, where } = walking;
  const older = sql`(${table.createdAt}, ${table.id}) < (${sql.placeholder("createdAt")}, ${sql.placeholder("id")})`;
  const selected = db.select(fieldsOf(dataset, walking)).from(table).$dynamic();
  if (joined && columns.some(({ of }) => is(of, Column) && of.table === joined.table)) {
    selected.leftJoin(joined.table, joined.on);
  }
  return selected
    .where(and(where, older))
    .orderBy(desc(table.createdAt), desc(table.id))
    .limit(batchSize)
    .prepare();
}

function fieldsOf({ table, metadata }: Dataset, { columns, facts }: Walking) {
  const fields: Record<string, SQLiteColumn | SQL> = { key_at: table.createdAt, key_id: table.id };
  columns.forEach((column, at) => {
    fields[`c${at}`] = column.of;
    if (column.kind === "amount") fields[`m${at}`] = column.currency;
  });
  if (facts && metadata) fields["metadata"] = metadata;
  return fields;
}

/** Moments say on whose clock they are told. */
function encoded(
  { columns, timeZone }: ExportChoices,
  column: ExportColumn,
  at: number,
): EncodedColumn<ReadRow> {
  const heading = columns[at] ?? "";
  const [name, money] = [`c${at}`, `m${at}`];
  const value = (row: ReadRow) => plain(row[name]);
  if (column.kind === "amount")
    return { heading, kind: "amount", value, currency: (row) => String(row[money]) };
  return {
    heading: column.kind === "moment" ? `${heading} (${timeZone})` : heading,
    kind: column.kind,
    value,
  };
}

function factColumn(key: string): EncodedColumn<ReadRow> {
  const value = ({ metadata }: ReadRow) =>
    typeof metadata === "object" && metadata !== null && Object.hasOwn(metadata, key)
      ? plain(Object.getOwnPropertyDescriptor(metadata, key)?.value)
      : null;
  return { heading: `metadata.${key}`, kind: "text", value };
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
