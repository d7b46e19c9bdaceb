import { sql, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { EnvironmentId } from "#db/schema/columns";
import { figures } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { FigureKey, FigureRow } from "./rows.ts";
import { type Measure, measures } from "./measures.ts";

/** How many rows one statement adds: as many of these as fit, and then the next smaller. */
const atOnce = [48, 3, 1];

type Writer = Pick<Handle, "prepared"> & { environmentId: EnvironmentId };

/** Adds the rows to the figures that there are. */
export async function writeFigures(tx: Writer, rows: readonly FigureRow[]): Promise<void> {
  for (const [names, alike] of Map.groupBy(rows, ({ values }) => namesIn(values).join())) {
    const counted = measures.filter((measure) => names.split(",").includes(measure));
    let written = 0;
    for (const count of atOnce) {
      for (; alike.length - written >= count; written += count) {
        const given = valuesOf(tx, alike.slice(written, written + count), counted);
        await statement(tx, counted, count).execute(given);
      }
    }
  }
}

function namesIn(values: FigureRow["values"]): Measure[] {
  return measures.filter((measure) => values[measure]);
}

const keyColumns = [
  "grain",
  "bucket",
  "currency",
  "country",
  "method",
  "brand",
  "reason",
  "until",
] as const satisfies (keyof FigureKey)[];

function valuesOf({ environmentId }: Writer, rows: FigureRow[], counted: readonly Measure[]) {
  const given: Record<string, unknown> = { environmentId };
  rows.forEach(({ key, values }, index) => {
    for (const column of keyColumns) given[column + index] = key[column];
    for (const measure of counted) given[measure + index] = values[measure] ?? 0;
  });
  return given;
}

function statement(tx: Writer, counted: readonly Measure[], count: number) {
  return tx.prepared(`figures ${count} ${counted.join()}`, (db) =>
    db
      .insert(figures)
      .values(placeholdersFor(figures, [...keyColumns, ...counted], count))
      .onConflictDoUpdate({
        target: [figures.environmentId, ...keyColumns.map((column) => figures[column])],
        set: Object.fromEntries(counted.map((name) => [name, added(name)])),
      })
      .prepare(),
  );
}

function placeholdersFor<T extends SQLiteTable>(
  _table: T,
  names: string[],
  count: number,
): T["$inferInsert"][] {
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries([
      ["environmentId", placeholder("environmentId")],
      ...names.map((name) => [name, placeholder(name + index)] as const),
    ]),
  );
}

function placeholder(name: string): SQL {
  return sql`${sql.placeholder(name)}`;
}

function added(measure: Measure): SQL {
  const column = measure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return sql`${figures[measure]} + excluded.${sql.identifier(column)}`;
}
