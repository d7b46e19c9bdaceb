import { and, desc, eq, isNull } from "drizzle-orm";
import { find } from "#db/rows";
import { coupons } from "#db/schema/index";
import { couponDurations } from "#lib/coupons/coupon-list";
import { createCoupon } from "#lib/coupons/create-coupon";
import { mostRedemptions, percentOff } from "#lib/coupons/params";
import { listCoupons } from "#lib/coupons/queries";
import { updateCoupon } from "#lib/coupons/update-coupon";
import type { CouponRow } from "#lib/coupons/wire";
import { type CellReader, writeCoins, writeCoinsByCurrency, writeMoment } from "./cells.ts";
import { importOfRecords, needed, notPast } from "./record-import.ts";
import { rowsPerPage, type Sheet } from "./sheet.ts";

export const couponSheet: Sheet<CouponRow> = {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    percent_off: ({ percentOff }) => percentOff,
    amount_off: ({ amountOff, currency }) => writeCoins(amountOff, currency),
    currency: ({ currency }) => currency,
    other_currencies: ({ currencyOptions }) => writeCoinsByCurrency(currencyOptions),
    duration: ({ duration }) => duration,
    duration_in_months: ({ durationInMonths }) => durationInMonths?.toString(),
    max_redemptions: ({ maxRedemptions }) => maxRedemptions?.toString(),
    redeem_by: ({ redeemBy }) => writeMoment(redeemBy),
    product_ids: ({ productIds }) => productIds?.join(" "),
  },
  metadata: ({ metadata }) => metadata,
  async page(viewer, after) {
    const { rows, hasMore } = await listCoupons(viewer, { limit: rowsPerPage, starting_after: after });
    return { rows, next: hasMore ? rows.at(-1)?.id : undefined };
  },
};

/** Coupons by their id, or by their name where they have none yet. */
export const couponImport = importOfRecords<CouponRow, ReturnType<typeof read>>({
  name: "coupons",
  sheet: couponSheet,
  keys: ["id", "name"],
  fixed: [
    ...(["percent_off", "amount_off", "currency", "duration", "duration_in_months"] as const),
    ...(["max_redemptions", "redeem_by", "product_ids"] as const),
  ],
  read,
  async byId(handle, id) {
    const row = await find(handle, coupons, id);
    return row?.deletedAt === null ? row : undefined;
  },
  async alike({ db, environmentId }, { id, name }) {
    if (id !== undefined || name === undefined) return [];
    const named = and(eq(coupons.environmentId, environmentId), eq(coupons.name, name));
    return db
      .select()
      .from(coupons)
      .where(and(named, isNull(coupons.deletedAt)))
      .orderBy(desc(coupons.createdAt), desc(coupons.id))
      .limit(2);
  },
  create: ({ viewer, now }, said, metadata) =>
    createCoupon(viewer, {
      amountOff: said.amount_off,
      currency: said.amount_off === undefined ? undefined : needed(said.currency, "currency"),
      currencyOptions: said.other_currencies,
      duration: needed(said.duration, "duration"),
      durationInMonths:
        said.duration === "repeating" ? needed(said.duration_in_months, "duration_in_months") : undefined,
      id: said.id,
      maxRedemptions: said.max_redemptions,
      metadata,
      name: said.name,
      percentOff: said.amount_off === undefined ? needed(said.percent_off, "percent_off") : said.percent_off,
      productIds: said.product_ids,
      redeemBy: notPast(said.redeem_by, "redeem_by", now),
    }),
  update: ({ viewer }, { id }, { name, other_currencies: currencyOptions }, metadata) =>
    updateCoupon(viewer, id, { name, currencyOptions, metadata }),
  refusals: {
    id: { param: "id", code: "coupon_exists" },
    "applies_to[products]": { param: "product_ids", code: "product_unknown" },
  },
});

const somePercent = percentOff().refine((percent) => percent !== "0");

function read(cells: CellReader, timeZone: string) {
  const currency = cells.currency("currency");
  return {
    id: cells.text("id", 255),
    name: cells.text("name", 40),
    percent_off: cells.percent("percent_off", somePercent, "percent_invalid"),
    amount_off: cells.coins("amount_off", "currency", 1),
    currency,
    other_currencies: cells.coinsByCurrency("other_currencies", 1),
    duration: cells.oneOf("duration", couponDurations),
    duration_in_months: cells.count("duration_in_months", 1200),
    max_redemptions: cells.count("max_redemptions", mostRedemptions),
    redeem_by: cells.until("redeem_by", timeZone),
    product_ids: cells.text("product_ids", 5000)?.split(/[\s,]+/),
  };
}
