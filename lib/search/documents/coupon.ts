import { coupons } from "#db/schema/index";
import type { CouponRow } from "#lib/coupons/wire";
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
          currency: [row.currency],
          type: [row.percentOff === null ? "amount" : "percent"],
          is: [row.duration],
        },
        texts: { name: [row.name], other: [row.id] },
        metadata: row.metadata,
        money:
          row.amountOff === null || row.currency === null
            ? []
            : [{ amount: row.amountOff, currency: row.currency }],
      },
    }));
  },
};
