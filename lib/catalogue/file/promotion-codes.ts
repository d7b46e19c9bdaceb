import { and, desc, eq, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { promotionCodes } from "#db/schema/index";
import { mostRedemptions } from "#lib/coupons/params";
import { createPromotionCode } from "#lib/promotion-codes/create-promotion-code";
import { listPromotionCodes } from "#lib/promotion-codes/queries";
import { updatePromotionCode } from "#lib/promotion-codes/update-promotion-code";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { type CellReader, writeCoins, writeCoinsByCurrency, writeMoment, writeYesNo } from "./cells.ts";
import { importOfRecords, needed, notPast } from "./record-import.ts";
import { rowsPerPage, type Sheet } from "./sheet.ts";

type CodeRow = PromotionCode["row"];

export const codeSheet: Sheet<CodeRow> = {
  columns: {
    id: ({ id }) => id,
    code: ({ code }) => code,
    coupon_id: ({ couponId }) => couponId,
    active: ({ active }) => writeYesNo(active),
    customer_id: ({ customerId }) => customerId,
    expires_at: ({ expiresAt }) => writeMoment(expiresAt),
    max_redemptions: ({ maxRedemptions }) => maxRedemptions?.toString(),
    first_order_only: ({ firstTimeTransaction }) => writeYesNo(firstTimeTransaction),
    minimum_amount: (row) => writeCoins(row.minimumAmount, row.minimumAmountCurrency),
    minimum_currency: (row) => row.minimumAmountCurrency,
    other_minimums: ({ currencyOptions }) => writeCoinsByCurrency(currencyOptions),
  },
  metadata: ({ metadata }) => metadata,
  async page(viewer, after) {
    const request = { limit: rowsPerPage, starting_after: after };
    const { rows, hasMore } = await listPromotionCodes(viewer, request);
    return { rows: rows.map(({ row }) => row), next: hasMore ? rows.at(-1)?.row.id : undefined };
  },
};

/** Promotion codes by their id, else by how they are spelled: the one that is switched on, where there is one. */
export const codeImport = importOfRecords<CodeRow, ReturnType<typeof read>>({
  name: "promotion-codes",
  sheet: codeSheet,
  keys: ["id", "code"],
  fixed: [
    ...(["code", "coupon_id", "customer_id", "expires_at", "max_redemptions"] as const),
    ...(["first_order_only", "minimum_amount", "minimum_currency"] as const),
  ],
  read,
  byId: (handle, id) => find(handle, promotionCodes, id),
  async alike({ db, environmentId }, { code }) {
    if (code === undefined) return [];
    const rows = await db
      .select()
      .from(promotionCodes)
      .where(
        and(
          eq(promotionCodes.environmentId, environmentId),
          sql`lower(${promotionCodes.code}) = ${code.toLowerCase()}`,
        ),
      )
      .orderBy(desc(promotionCodes.active), desc(promotionCodes.createdAt), desc(promotionCodes.id))
      .limit(2);
    return rows.filter(({ active }) => active === rows[0]?.active);
  },
  async create({ viewer, now }, said, metadata) {
    const { row } = await createPromotionCode(viewer, {
      active: said.active,
      code: needed(said.code, "code"),
      couponId: needed(said.coupon_id, "coupon_id"),
      currencyOptions: said.other_minimums,
      customerId: said.customer_id,
      expiresAt: notPast(said.expires_at, "expires_at", now),
      firstTimeTransaction: said.first_order_only,
      maxRedemptions: said.max_redemptions,
      metadata,
      minimumAmount: said.minimum_amount,
      minimumAmountCurrency: said.minimum_amount === undefined ? undefined : said.minimum_currency,
    });
    return row;
  },
  async update({ viewer }, before, said, metadata) {
    const active = said.active === before.active ? undefined : said.active;
    const patch = { active, currencyOptions: said.other_minimums, metadata };
    return (await updatePromotionCode(viewer, before.id, patch)).row;
  },
  refusals: {
    active: { param: "active", code: "code_stays_off" },
    code: { param: "code", code: "code_taken" },
    customer: { param: "customer_id", code: "customer_unknown" },
    expires_at: { param: "expires_at", code: "code_outlives_coupon" },
    "promotion[coupon]": { param: "coupon_id", code: "coupon_unknown" },
  },
});

function read(cells: CellReader, timeZone: string) {
  const currency = cells.currency("minimum_currency");
  return {
    id: cells.text("id", 255),
    code: cells.text("code", 500, /^[A-Za-z0-9-]+$/),
    coupon_id: cells.text("coupon_id", 255),
    active: cells.yesOrNo("active"),
    customer_id: cells.text("customer_id", 255),
    expires_at: cells.until("expires_at", timeZone),
    max_redemptions: cells.count("max_redemptions", mostRedemptions),
    first_order_only: cells.yesOrNo("first_order_only"),
    minimum_amount: cells.coins("minimum_amount", "minimum_currency", 1),
    minimum_currency: currency,
    other_minimums: cells.coinsByCurrency("other_minimums", 1),
  };
}
