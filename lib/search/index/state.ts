import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { searchState } from "#db/schema/search";

type Name = (typeof searchState.$inferSelect)["name"];

/** How far the index has come; 0 where it has not begun. */
export async function stateOf(db: Db, name: Name): Promise<number> {
  const [row] = await db
    .select({ value: searchState.value })
    .from(searchState)
    .where(eq(searchState.name, name));
  return row?.value ?? 0;
}

export async function setState(db: Db, name: Name, value: number): Promise<void> {
  await db
    .insert(searchState)
    .values({ name, value })
    .onConflictDoUpdate({ target: searchState.name, set: { value: sql`excluded.value` } });
}
