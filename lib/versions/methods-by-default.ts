import type { VersionChange } from "./change.ts";

/**
 * An intent takes the methods that are switched on unless it names some; before, only cards.
 * https://docs.stripe.com/upgrades/manage-payment-methods
 */
export const methodsByDefault: VersionChange = {
  since: "2023-08-16",
  up({ method, path }, params) {
    if (method !== "POST" || !/^\/v1\/(payment|setup)_intents$/.test(path)) return params;
    return naming.some((name) => params[name] !== undefined)
      ? params
      : { ...params, payment_method_types: { 0: "card" } };
  },
};

/** What says which methods an intent takes. */
const naming = [
  "allowed_payment_method_types",
  "automatic_payment_methods",
  "excluded_payment_method_types",
  "payment_method_configuration",
  "payment_method_types",
];
