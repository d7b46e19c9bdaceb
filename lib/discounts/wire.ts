import type Stripe from "stripe";
import type { CustomerDiscount } from "#db/schema/customers";
import { seconds, secondsOrNull } from "#lib/clock";

/** The API's discount of a customer. */
export function toDiscount(discount: CustomerDiscount, customerId: string): Stripe.Discount {
  return { ...common(discount, customerId), end: secondsOrNull(discount.end) };
}

/** What is left of a discount that was taken from its customer. */
export function toDeletedDiscount(discount: CustomerDiscount, customerId: string): Stripe.DeletedDiscount {
  return { ...common(discount, customerId), deleted: true };
}

function common({ id, couponId, promotionCodeId, start }: CustomerDiscount, customerId: string) {
  return {
    id,
    object: "discount" as const,
    checkout_session: null,
    customer: customerId,
    customer_account: null,
    invoice: null,
    invoice_item: null,
    promotion_code: promotionCodeId,
    source: { coupon: couponId, type: "coupon" as const },
    start: seconds(start),
    subscription: null,
    subscription_item: null,
  };
}
