import { isNull } from "drizzle-orm";
import { coupons } from "#db/schema/index";
import { catalogueList } from "#lib/catalogue/list/catalogue-list";
import { always } from "#lib/lists/filters/always";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { paths } from "#lib/paths";

export const couponDurations = ["once", "repeating", "forever"] as const;

/** Every coupon that was not deleted. */
export const couponList = catalogueList({
  name: "coupons",
  path: paths.coupons,
  table: coupons,
  texts: [coupons.name, coupons.id],
  own: both(
    always({ column: coupons.deletedAt, holds: isNull(coupons.deletedAt) }),
    choiceFilter("duration", {
      words: couponDurations,
      column: coupons.duration,
      put: (durations) => ({ durations }),
      get: ({ durations }) => durations,
    }),
  ),
});

export type CouponQuery = QueryOf<typeof couponList>;
