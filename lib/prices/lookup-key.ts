import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { prices } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { recordPrice } from "./record-price.ts";
import type { PriceRow } from "./wire.ts";

/** The one price that a lookup key names, if any. */
export async function priceWithKey(tx: Tx, key: string): Promise<PriceRow | undefined> {
  const [holder] = await tx.db
    .select()
    .from(prices)
    .where(and(eq(prices.environmentId, tx.environmentId), eq(prices.lookupKey, key)));
  return holder;
}

/** Makes a lookup key free for a price: it names one at a time. */
export async function freeLookupKey(
  tx: Tx,
  key: string,
  { except, taken }: { except?: string; taken: "refuse" | "transfer" },
): Promise<void> {
  const holder = await priceWithKey(tx, key);
  if (!holder || holder.id === except) return;
  if (taken === "refuse") {
    throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: "lookup_key" });
  }
  await recordPrice(tx, "updated", await change(tx, prices, holder, { lookupKey: null }), holder);
}
