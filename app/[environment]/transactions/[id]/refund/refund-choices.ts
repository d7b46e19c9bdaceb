import type { refundReasons } from "#lib/refunds/refund-payment";

/** What the form offers: the reasons the API knows, and one of the person's own words. */
export const refundChoices = [
  "requested_by_customer",
  "duplicate",
  "fraudulent",
  "other",
] as const satisfies ((typeof refundReasons)[number] | "other")[];
