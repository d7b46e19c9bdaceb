import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { searchState } from "#db/schema/search";
import { searchIndexVersion } from "#db/search-index";
import { shared } from "#db/shared";
import { globalReader } from "#db/transaction";

type Name = (typeof searchState.$inferSelect)["name"];

/** What was last seen of each database, so that a search costs no more for it. */
const seen = shared("search state", () => ({ whole: new WeakMap<Db, { is: boolean; at: number }>() }));

/** Another process may be making the index: what was seen is believed for so long, milliseconds. */
const believed = 1000;

/** Whether the index holds everything. While it is made anew, what is not found may be there all the same. */
export async function isIndexWhole(): Promise<boolean> {
  const { db } = await globalReader();
  const at = performance.now();
  const known = seen.whole.get(db);
  if (known && at - known.at < believed) return known.is;
  const is = (await stateOf(db, "version")) === searchIndexVersion;
  seen.whole.set(db, { is, at });
  return is;
}

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
  if (name === "version") seen.whole = new WeakMap();
}
