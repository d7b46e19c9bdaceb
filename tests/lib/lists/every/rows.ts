import { eq, getTableColumns } from "drizzle-orm";
import fc from "fast-check";
import { type IdentifiedTable, insert } from "#db/rows";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { moments, type Row } from "./asks.ts";

const many = 80;

/** Rows with these facts, as they are: what nobody asks for is filled with anything. */
export async function insertRows(
  viewer: Viewer,
  table: IdentifiedTable,
  facts: fc.Arbitrary<Record<string, unknown>>,
): Promise<void> {
  const rows = fc.sample(fc.tuple(moments, facts), { numRuns: many, seed: 4 });
  const filled = anythingIn(table);
  await transaction(viewer, async (tx) => {
    for (const [at, [createdAt, row]] of rows.entries()) {
      const id = `row_${String((at * 37) % (many + 3)).padStart(2, "0")}`;
      const unique = { lookupKey: id, value: id, key: id };
      const whole: Record<string, unknown> = { ...filled, ...unique, createdAt, ...row, id };
      await insert(tx, table, whole);
    }
  });
}

/** All that lies in a table of the viewer's environment. */
export async function rowsOf(viewer: Viewer, table: IdentifiedTable): Promise<Row[]> {
  const { db } = await reader(viewer);
  const rows = await db.select().from(table).where(eq(table.environmentId, viewer.environmentId));
  return rows.map((row) => ({ ...row, id: String(row.id), createdAt: Number(row.createdAt) }));
}

function anythingIn(table: IdentifiedTable): Record<string, unknown> {
  const anything: Record<string, unknown> = { string: "anything", number: 0, boolean: false, json: {} };
  const needed = Object.entries(getTableColumns(table)).filter(
    ([, { notNull, hasDefault }]) => notNull && !hasDefault,
  );
  return Object.fromEntries(needed.map(([name, { dataType }]) => [name, anything[dataType]]));
}
