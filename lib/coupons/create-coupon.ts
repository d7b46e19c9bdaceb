import { change, find, insert } from "#db/rows";
import { coupons } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { randomText } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { findProduct } from "#lib/products/queries";
import { type CouponRow, toCoupon } from "./wire.ts";

export interface NewCouponInput {
  /** Minor units of `currency`; or else `percentOff`. */
  amountOff?: number;
  currency?: string;
  /** Minor units by lower-case currency. */
  currencyOptions?: Record<string, number>;
  duration: CouponRow["duration"];
  durationInMonths?: number;
  /** The caller's own id for it. */
  id?: string;
  maxRedemptions?: number;
  metadata?: MetadataPatch;
  name?: string;
  /** Exact decimal text, above 0 and up to 100. */
  percentOff?: string;
  productIds?: string[];
  /** Milliseconds. */
  redeemBy?: number;
}

/** Adds a coupon. The id of a deleted one can be used again. */
export async function createCoupon(viewer: Viewer, input: NewCouponInput): Promise<CouponRow> {
  authorize(viewer, "products:write");
  checkCoupon(input, viewer.now());
  return transaction(viewer, async (tx) => {
    for (const id of input.productIds ?? []) await findProduct(tx, id, "applies_to[products]");
    const row = await keep(tx, factsOf(tx, input));
    await record(tx, "coupon.created", toCoupon(row, viewer.environment, tx.now));
    return row;
  });
}

type CouponFacts = Omit<CouponRow, "environmentId">;

async function keep(tx: Tx, facts: CouponFacts): Promise<CouponRow> {
  const before = await find(tx, coupons, facts.id);
  if (!before) return insert(tx, coupons, facts);
  if (before.deletedAt !== null) return change(tx, coupons, before, facts);
  throw invalid("Coupon already exists.", { code: "resource_already_exists", param: "id" });
}

function factsOf(tx: Tx, input: NewCouponInput): CouponFacts {
  return {
    id: input.id ?? randomText(8),
    createdAt: tx.now,
    amountOff: input.amountOff ?? null,
    currency: input.amountOff === undefined ? null : (input.currency ?? null),
    currencyOptions: input.currencyOptions ?? {},
    percentOff: input.percentOff ?? null,
    productIds: input.productIds?.length ? input.productIds : null,
    duration: input.duration,
    durationInMonths: input.durationInMonths ?? null,
    maxRedemptions: input.maxRedemptions ?? null,
    timesRedeemed: 0,
    redeemBy: input.redeemBy ?? null,
    metadata: mergeMetadata({}, input.metadata),
    name: input.name ?? null,
    deletedAt: null,
  };
}

function checkCoupon(input: NewCouponInput, now: number): void {
  const { amountOff, currency, currencyOptions, duration, durationInMonths, percentOff } = input;
  if ((amountOff === undefined) === (percentOff === undefined)) {
    const message =
      amountOff === undefined
        ? "Must provide percent_off or amount_off."
        : "You may only specify one of these parameters: amount_off, percent_off.";
    throw invalid(message, { param: amountOff === undefined ? "percent_off" : "amount_off" });
  }
  if (percentOff !== undefined && Number(percentOff) === 0) {
    throw invalid("A coupon takes more than 0 percent off.", { param: "percent_off" });
  }
  if (amountOff !== undefined && currency === undefined) {
    throw invalid("You must pass currency when passing amount_off.", {
      code: "parameter_missing",
      param: "currency",
    });
  }
  checkCurrencies(currencyOptions ?? {}, amountOff === undefined ? null : (currency ?? null));
  if ((duration === "repeating") !== (durationInMonths !== undefined)) {
    throw invalid(
      duration === "repeating"
        ? "You must pass duration_in_months when duration is repeating."
        : "Only a coupon with duration=repeating has duration_in_months.",
      { param: "duration_in_months" },
    );
  }
  if (input.redeemBy !== undefined && input.redeemBy <= now) {
    throw invalid("Invalid timestamp: redeem_by must be in the future.", { param: "redeem_by" });
  }
}

/** Throws when amounts are given in currencies the coupon cannot have. `currency`: its own; null: it has none. */
export function checkCurrencies(options: Record<string, number>, currency: string | null): void {
  for (const option of Object.keys(options)) {
    const param = `currency_options[${option}]`;
    if (currency === null)
      throw invalid("A coupon that takes a percentage off has no amounts by currency.", { param });
    if (option === currency)
      throw invalid("The coupon's own currency is set by amount_off, not among currency_options.", { param });
  }
}
