import type Stripe from "stripe";

/** What an amount is made of, minor units; what is not told is null. */
export interface AmountDetails {
  discountAmount: number | null;
  /** Whether what does not add up was to be refused. */
  enforced: boolean;
  shipping: { amount: number | null; fromPostalCode: string | null; toPostalCode: string | null } | null;
  totalTaxAmount: number | null;
  lineItems: AmountLine[];
}

export interface AmountLine {
  discountAmount: number | null;
  commodityCode: string | null;
  productCode: string | null;
  productName: string;
  quantity: number;
  totalTaxAmount: number | null;
  unitCost: number;
  unitOfMeasure: string | null;
}

/** How customer and business call a payment. */
export interface PaymentDetails {
  customerReference: string | null;
  orderReference: string | null;
}

/** Minor units: what is held from then on, what was asked to be held in vain, what was captured, what went back. */
export interface HoldStep {
  kind: "incremented" | "increment_declined" | "captured" | "released";
  amount: number;
  /** What was held before, of a hold that was raised. */
  from?: number;
  /** Milliseconds. */
  at: number;
}

/** What a payment's customer has to do. `proven`: they did, and the business has to confirm it once more. */
export interface NextAction extends Stripe.PaymentIntent.NextAction {
  proven?: { paymentMethodId: string; amount: number; currency: string };
}
