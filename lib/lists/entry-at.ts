import { type SQL, sql } from "drizzle-orm";
import type { IdentifiedTable } from "#db/rows";
import type { Handle } from "#db/transaction";
import type { Direction, Key } from "./key.ts";
import { along, backwards, type KeyColumns } from "./stretch.ts";

/** The `count`-th of a table's entries in this direction, null if there are fewer. */
export async function entryAt(
  { db }: Handle,
  table: IdentifiedTable & KeyColumns,
  { where, direction, count }: { where: SQL | undefined; direction: Direction; count: number },
): Promise<Key | null> {
  const walked = db
    .select({
      createdAt: sql`${table.createdAt}`.mapWith(Number).as("created"),
      id: sql`${table.id}`.mapWith(String).as("id"),
    })
    .from(table)
    .where(where)
    .orderBy(...along(table, direction))
    .limit(count)
    .as("walked");
  const [last] = await db
    .select({ createdAt: walked.createdAt, id: walked.id, walked: sql`count(*) over ()`.mapWith(Number) })
    .from(walked)
    .orderBy(...backwards(walked, direction))
    .limit(1);
  return last && last.walked === count ? { createdAt: last.createdAt, id: last.id } : null;
}
