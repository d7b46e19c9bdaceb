import { and, eq, like } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { listItems, valueLists } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { writtenAs } from "./item-value.ts";

type Kept = Pick<typeof listItems.$inferSelect, "environmentId" | "id" | "list" | "value">;

/**
 * Writes the IPv6 addresses that an earlier version kept at length as they are looked for now. One that is on its list
 * in both forms stays as it is. For an operator's command.
 */
export function shortenListedAddresses(): Promise<void> {
  return globalTransaction(async (db) => {
    const { environmentId, id, list, value } = listItems;
    const kept = await db
      .select({ environmentId, id, list, value })
      .from(listItems)
      .innerJoin(valueLists, and(eq(valueLists.environmentId, environmentId), eq(valueLists.id, list)))
      .where(and(eq(valueLists.itemType, "ip_address"), like(value, "%:%")));
    for (const item of kept) await shorten(db, item);
  });
}

async function shorten(db: Db, item: Kept): Promise<void> {
  const written = writtenAs("ip_address", item.value);
  if (written === item.value) return;
  const { environmentId, id, list, value } = listItems;
  const here = eq(environmentId, item.environmentId);
  const there = await db
    .select({ id })
    .from(listItems)
    .where(and(here, eq(list, item.list), eq(value, written)));
  if (there.length > 0) return;
  await db
    .update(listItems)
    .set({ value: written })
    .where(and(here, eq(id, item.id)));
}
