import type Stripe from "stripe";

/**
 * What a browser that knows a payment's secret is told of it: "retrievable with publishable key" in
 * https://docs.stripe.com/api/payment_intents/object
 */
export const retrievableOfPayment: readonly (keyof Stripe.PaymentIntent)[] = [
  "id",
  "object",
  "amount",
  "automatic_payment_methods",
  "canceled_at",
  "cancellation_reason",
  "capture_method",
  "client_secret",
  "confirmation_method",
  "created",
  "currency",
  "description",
  "last_payment_error",
  "livemode",
  "next_action",
  "payment_method",
  "payment_method_types",
  "processing",
  "receipt_email",
  "setup_future_usage",
  "shipping",
  "status",
];
