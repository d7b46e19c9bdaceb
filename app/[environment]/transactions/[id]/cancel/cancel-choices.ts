import type { cancellationReasons } from "#lib/payments/cancel-payment";

/** What the form offers: the reasons the API knows, and one of the person's own words. */
export const cancelChoices = [
  "requested_by_customer",
  "abandoned",
  "duplicate",
  "fraudulent",
  "other",
] as const satisfies ((typeof cancellationReasons)[number] | "other")[];
