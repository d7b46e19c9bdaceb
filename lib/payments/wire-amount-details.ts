import type Stripe from "stripe";
import type { AmountDetails, PaymentDetails } from "#db/schema/payment-details";

export interface DetailsProblem {
  code: "amount_details_amount_mismatch" | "amount_details_tax_shipping_discount_greater_than_amount";
  message: string;
}

/** The API's account of what an amount is made of, without its line items: they are there when asked for. */
export function toAmountDetails(
  details: AmountDetails | null,
  amount: number,
): Stripe.PaymentIntent.AmountDetails {
  if (!details) return { tip: {} };
  const { discountAmount, shipping, totalTaxAmount } = details;
  const error = detailsProblem(details, amount);
  return {
    ...(discountAmount === null ? {} : { discount_amount: discountAmount }),
    ...(error ? { error } : {}),
    ...(shipping ? { shipping: toShippingPart(shipping) } : {}),
    ...(totalTaxAmount === null ? {} : { tax: { total_tax_amount: totalTaxAmount } }),
    tip: {},
  };
}

/** The API's line items of a payment. */
export function toLineItems(
  paymentId: string,
  details: AmountDetails | null,
): Stripe.PaymentIntentAmountDetailsLineItem[] {
  return (details?.lineItems ?? []).map((line, index) => ({
    id: `uli_${paymentId.slice(3)}${index}`,
    object: "payment_intent_amount_details_line_item",
    discount_amount: line.discountAmount,
    payment_method_options:
      line.commodityCode === null ? null : { card: { commodity_code: line.commodityCode } },
    product_code: line.productCode,
    product_name: line.productName,
    quantity: line.quantity,
    tax: line.totalTaxAmount === null ? null : { total_tax_amount: line.totalTaxAmount },
    unit_cost: line.unitCost,
    unit_of_measure: line.unitOfMeasure,
  }));
}

export function toPaymentDetails(details: PaymentDetails): Stripe.PaymentIntent.PaymentDetails {
  return { customer_reference: details.customerReference, order_reference: details.orderReference };
}

/** What does not add up; null where everything does. All in minor units. */
export function detailsProblem(details: AmountDetails, amount: number): DetailsProblem | null {
  const { lineItems } = details;
  const tax = details.totalTaxAmount ?? sum(lineItems.map((line) => line.totalTaxAmount ?? 0));
  const discount = details.discountAmount ?? sum(lineItems.map((line) => line.discountAmount ?? 0));
  const beside = tax + (details.shipping?.amount ?? 0) - discount;
  if (lineItems.length === 0) {
    if (beside <= amount) return null;
    return {
      code: "amount_details_tax_shipping_discount_greater_than_amount",
      message: `Tax and shipping less discounts come to ${beside}, which is more than the amount of ${amount}.`,
    };
  }
  const total = sum(lineItems.map(({ quantity, unitCost }) => quantity * unitCost)) + beside;
  if (total === amount) return null;
  return {
    code: "amount_details_amount_mismatch",
    message: `The line items with tax and shipping, less discounts, come to ${total}, but the amount is ${amount}.`,
  };
}

function toShippingPart({ amount, fromPostalCode, toPostalCode }: NonNullable<AmountDetails["shipping"]>) {
  return { amount, from_postal_code: fromPostalCode, to_postal_code: toPostalCode };
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
