import { coupons } from "#db/schema/index";
import type { CouponRow } from "#lib/coupons/wire";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { rowsOf } from "./rows-of.ts";

export const couponKind: Kind<CouponRow> = {
  kind: "coupon",
  code: "o",
  table: coupons,
  deletedAt: coupons.deletedAt,
  permission: "products:read",
  object: "coupon",
  async read(handle, ids) {
    const rows = await rowsOf(handle, coupons, coupons.id, ids);
    return rows.map((row) => ({
      row,
      gone: row.deletedAt !== null,
      sheet: {
        id: row.id,
        createdAt: row.createdAt,
        facts: {
          currency: [row.currency, ...Object.keys(row.currencyOptions)],
          type: [row.percentOff === null ? "amount" : "percent"],
          is: [row.duration],
          has: hasOf(row),
        },
        texts: { name: [row.name], other: [row.id] },
        metadata: row.metadata,
        money: moneyOf(row),
      },
    }));
  },
};

/** What one takes off in each currency; nothing where it is a part of the price. */
function moneyOf({ amountOff, currency, currencyOptions }: CouponRow) {
  if (amountOff === null || currency === null) return [];
  const others = Object.entries(currencyOptions).map(([other, amount]) => ({ amount, currency: other }));
  return [{ amount: amountOff, currency }, ...others];
}
