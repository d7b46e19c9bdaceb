import { prices } from "#db/schema/index";
import type { PriceRow } from "#lib/prices/wire";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { activity } from "./product.ts";
import { rowsOf } from "./rows-of.ts";

export const priceKind: Kind<PriceRow> = {
  kind: "price",
  code: "i",
  table: prices,
  permission: "products:read",
  object: "price",
  async read(handle, ids) {
    const rows = await rowsOf(handle, prices, prices.id, ids);
    return rows.map((row) => ({
      row,
      sheet: {
        id: row.id,
        createdAt: row.createdAt,
        facts: {
          status: [activity(row)],
          is: [activity(row), row.type],
          currency: [row.currency, ...Object.keys(row.currencyOptions)],
          product: [row.productId],
          type: [row.type],
          has: hasOf(row),
        },
        texts: { name: [row.nickname], other: [row.lookupKey, row.interval] },
        metadata: row.metadata,
        money: moneyOf(row),
        api: {
          active: row.active,
          currency: row.currency,
          lookup_key: row.lookupKey,
          product: row.productId,
          type: row.type,
        },
      },
    }));
  },
};

/** What one costs in each currency, where that is a whole number of the smallest coin. */
function moneyOf({ unitAmount, currency, currencyOptions }: PriceRow) {
  const others = Object.entries(currencyOptions).map(
    ([other, option]) => [other, option.unitAmount] as const,
  );
  return [[currency, unitAmount] as const, ...others].flatMap(([inCurrency, costs]) => {
    const amount = Number(costs ?? Number.NaN);
    return Number.isInteger(amount) ? [{ amount, currency: inCurrency }] : [];
  });
}
