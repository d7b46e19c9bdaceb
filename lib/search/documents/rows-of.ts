import { and, eq, inArray } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { IdentifiedTable } from "#db/rows";
import type { Handle } from "#db/transaction";

/** The tenant's rows whose column is one of these. */
export async function rowsOf<T extends IdentifiedTable>(
  { db, environmentId }: Handle,
  table: T,
  column: SQLiteColumn,
  values: readonly string[],
): Promise<T["$inferSelect"][]> {
  if (values.length === 0) return [];
  const given: IdentifiedTable = table;
  return db
    .select()
    .from(given)
    .where(and(eq(table.environmentId, environmentId), inArray(column, [...values])));
}
