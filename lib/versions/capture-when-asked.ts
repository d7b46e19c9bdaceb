import type { VersionChange } from "./change.ts";

/**
 * A payment is captured asynchronously unless it says otherwise; before, at once.
 * https://docs.stripe.com/changelog/2024-04-10
 */
export const captureWhenAsked: VersionChange = {
  since: "2024-04-10",
  up({ method, path }, params) {
    if (method !== "POST" || path !== "/v1/payment_intents") return params;
    return { capture_method: "automatic", ...params };
  },
};
