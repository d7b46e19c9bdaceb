import type Stripe from "stripe";

/**
 * What a browser that knows a setup's secret is told of it: "retrievable with publishable key" in
 * https://docs.stripe.com/api/setup_intents/object
 */
export const retrievableOfSetup: readonly (keyof Stripe.SetupIntent)[] = [
  "id",
  "object",
  "cancellation_reason",
  "client_secret",
  "created",
  "description",
  "last_setup_error",
  "livemode",
  "next_action",
  "payment_method",
  "payment_method_types",
  "status",
  "usage",
];
