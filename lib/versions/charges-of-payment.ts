import type { VersionChange } from "./change.ts";
import { expandRenamed } from "./expand-renamed.ts";

/**
 * A payment intent names its `latest_charge`; before, it also held `charges`, a list with that one, whole.
 * https://docs.stripe.com/changelog/2022-11-15/removes-charges-attribute-paymentintent
 * Never more than that one: https://github.com/stripe/stripe-php/issues/2009
 */
export const chargesOfPayment: VersionChange = {
  since: "2022-11-15",
  before: {
    objects: ["payment_intent"],
    shownWhole: ["latest_charge"],
    down(payment, { latest_charge: asSent }) {
      const { latest_charge: charge } = payment;
      const data = typeof charge === "object" && charge !== null ? [charge] : [];
      const charges = {
        object: "list",
        data,
        has_more: false,
        total_count: data.length,
        url: `/v1/charges?payment_intent=${String(payment.id)}`,
      };
      return { ...payment, latest_charge: typeof asSent === "string" ? asSent : charge, charges };
    },
  },
  up({ path }, params) {
    const ofPayments = path.startsWith("/v1/payment_intents");
    const renamed = (asked: string) => {
      const elsewhere = asked.replace(
        /(^|\.)payment_intent\.charges(\.data)?(?=\.|$)/g,
        "$1payment_intent.latest_charge",
      );
      return ofPayments
        ? elsewhere.replace(/^(data\.)?charges(\.data)?(?=\.|$)/, "$1latest_charge")
        : elsewhere;
    };
    return { ...params, ...expandRenamed(params, renamed) };
  },
};
