import { insert } from "#db/rows";
import { promotionCodes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCoupon } from "#lib/coupons/queries";
import { isRedeemable } from "#lib/coupons/status";
import type { CouponRow } from "#lib/coupons/wire";
import { findCustomer } from "#lib/customers/queries";
import { invalid, notFound } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId, randomText } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { assertCodeIsFree } from "./code-is-free.ts";
import { type PromotionCode, toPromotionCode } from "./wire.ts";

export interface NewPromotionCodeInput {
  active?: boolean;
  /** What customers type; made up when left out. */
  code?: string;
  couponId: string;
  /** Minimums by lower-case currency, minor units. */
  currencyOptions?: Record<string, number>;
  customerAccountId?: string;
  /** The only customer who may redeem it. */
  customerId?: string;
  /** Milliseconds. */
  expiresAt?: number;
  firstTimeTransaction?: boolean;
  maxRedemptions?: number;
  metadata?: MetadataPatch;
  /** Minor units of `minimumAmountCurrency`. */
  minimumAmount?: number;
  minimumAmountCurrency?: string;
}

/** Adds a code that customers type to get a coupon. */
export async function createPromotionCode(
  viewer: Viewer,
  input: NewPromotionCodeInput,
): Promise<PromotionCode> {
  authorize(viewer, "products:write");
  if (input.customerAccountId !== undefined) {
    throw notFound("customer account", input.customerAccountId, "customer_account");
  }
  return transaction(viewer, async (tx) => {
    const coupon = await findCoupon(tx, input.couponId, "promotion[coupon]");
    checkLimits(input, coupon, tx.now);
    if (input.customerId !== undefined) await findCustomer(tx, input.customerId, "customer");
    const facts = factsOf(input);
    if (facts.active) await assertCodeIsFree(tx, facts);
    const row = await insert(tx, promotionCodes, {
      ...facts,
      id: newId("promo", tx.now),
      createdAt: tx.now,
      couponId: coupon.id,
      timesRedeemed: 0,
    });
    const made = { row, coupon };
    await record(tx, "promotion_code.created", toPromotionCode(made, viewer.environment, tx.now));
    return made;
  });
}

function factsOf(input: NewPromotionCodeInput) {
  return {
    active: input.active ?? true,
    code: input.code ?? randomText(8).toUpperCase(),
    customerId: input.customerId ?? null,
    expiresAt: input.expiresAt ?? null,
    maxRedemptions: input.maxRedemptions ?? null,
    firstTimeTransaction: input.firstTimeTransaction ?? false,
    minimumAmount: input.minimumAmount ?? null,
    minimumAmountCurrency: input.minimumAmountCurrency ?? null,
    currencyOptions: input.currencyOptions ?? {},
    metadata: mergeMetadata({}, input.metadata),
  };
}

function checkLimits(input: NewPromotionCodeInput, coupon: CouponRow, now: number): void {
  const { expiresAt, maxRedemptions, minimumAmount, minimumAmountCurrency } = input;
  if (!isRedeemable(coupon, now)) {
    throw invalid("This coupon can no longer be redeemed, so it takes no new promotion codes.", {
      param: "promotion[coupon]",
    });
  }
  if (expiresAt !== undefined && expiresAt <= now) {
    throw invalid("Invalid timestamp: expires_at must be in the future.", { param: "expires_at" });
  }
  if (expiresAt !== undefined && coupon.redeemBy !== null && expiresAt > coupon.redeemBy) {
    throw invalid("A promotion code cannot expire after its coupon's redeem_by.", { param: "expires_at" });
  }
  if (maxRedemptions !== undefined && maxRedemptions > (coupon.maxRedemptions ?? Infinity)) {
    throw invalid("A promotion code cannot be redeemed more often than its coupon's max_redemptions.", {
      param: "max_redemptions",
    });
  }
  if ((minimumAmount === undefined) !== (minimumAmountCurrency === undefined)) {
    const missing = minimumAmount === undefined ? "minimum_amount" : "minimum_amount_currency";
    throw invalid(`Missing required param: restrictions[${missing}].`, {
      code: "parameter_missing",
      param: `restrictions[${missing}]`,
    });
  }
  checkMinimums(input.currencyOptions ?? {}, minimumAmountCurrency ?? null);
}

/** Throws when minimums are given in currencies the code cannot have. `currency`: its own; null: it has none. */
export function checkMinimums(options: Record<string, number>, currency: string | null): void {
  for (const option of Object.keys(options)) {
    const param = `restrictions[currency_options][${option}]`;
    if (currency === null)
      throw invalid("Set minimum_amount before minimums in other currencies.", { param });
    if (option === currency)
      throw invalid("The minimum in the code's own currency is minimum_amount, which cannot change.", {
        param,
      });
  }
}
