import type { CustomerDiscount } from "#db/schema/customers";
import type { Tx } from "#lib/auth/viewer";
import type { CouponRow } from "#lib/coupons/wire";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { type Redeemer, redeemCode, redeemCoupon } from "./redeem.ts";
import { toDiscount } from "./wire.ts";

/** What gives a customer a discount. */
export type DiscountInput = { couponId: string } | { promotionCodeId: string };

/** Redeems a coupon or a code for a customer; it counts from now on. Ends by itself where it is for some months. */
export async function newDiscount(
  tx: Tx,
  redeemer: Redeemer,
  input: DiscountInput,
): Promise<CustomerDiscount> {
  const code = "promotionCodeId" in input ? await redeemCode(tx, input.promotionCodeId, redeemer) : null;
  const coupon = "couponId" in input ? await redeemCoupon(tx, input.couponId, redeemer) : code?.coupon;
  if (!coupon) throw new Error("A discount comes of a coupon or of a code");
  const discount = {
    id: newId("di", tx.now),
    couponId: coupon.id,
    promotionCodeId: code?.row.id ?? null,
    start: tx.now,
    end: endOf(coupon, tx.now),
  };
  if (discount.end !== null) {
    const payload = { customerId: redeemer.id, discountId: discount.id };
    await enqueue(tx, "discounts.end", payload, { runAt: discount.end });
  }
  return discount;
}

/** Says that a customer's discount began, was changed for another one, or ended. */
export async function recordDiscount(
  tx: Tx,
  { id, discount }: { id: string; discount: CustomerDiscount | null },
  former: CustomerDiscount | null,
): Promise<void> {
  if (discount?.id === former?.id) return;
  const before = former ? toDiscount(former, id) : undefined;
  if (discount) {
    const type = former ? "customer.discount.updated" : "customer.discount.created";
    await record(tx, type, toDiscount(discount, id), { ...(before && { before }) });
  } else if (before) {
    await record(tx, "customer.discount.deleted", before);
  }
}

/** So many months later, on the same day of the month or on its last one. */
function endOf({ duration, durationInMonths }: CouponRow, start: number): number | null {
  if (duration !== "repeating" || durationInMonths === null) return null;
  const end = new Date(start);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + durationInMonths);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.getTime();
}
