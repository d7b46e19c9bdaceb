import type { VersionChange } from "./change.ts";

/**
 * An invoice names its payments; before, a payment and its charges named their invoice. There are no invoices here.
 * https://docs.stripe.com/changelog/basil/2025-03-31/add-support-for-multiple-partial-payments-on-invoices
 */
export const invoiceOfPayment: VersionChange = {
  since: "2025-03-31.basil",
  before: {
    objects: ["charge", "payment_intent"],
    shownWhole: [],
    down: (payment) => ({ ...payment, invoice: null }),
  },
};
