import { isCurrency, minimumCharge } from "#lib/currencies";
import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { paymentIntentResource } from "#lib/payments/api";
import { examplesOf } from "./examples.ts";

/** What stands in examples where a secret key of the environment belongs. */
export function keyPlaceOf({ environment }: Viewer): string {
  return `sk_${environment.kind}_…`;
}

/** The first payment of a new account, with a test card and whole, from a shell: what is left to put in is the key. */
export function firstPaymentExample(viewer: Viewer): string {
  const { accountId, currency } = viewer.environment;
  const endpoint = paymentIntentResource.endpoints.find(
    ({ method, path }) => method === "POST" && path === "/v1/payment_intents",
  );
  if (!endpoint) throw new Error("There is no call that makes a payment");
  const least = isCurrency(currency) ? minimumCharge(currency) : undefined;
  const { curl } = examplesOf(
    endpoint,
    { url: config().publicUrl, accountId },
    {
      amount: Math.max(2000, least ?? 0),
      currency,
      allowed_payment_method_types: ["card"],
      payment_method: "pm_card_visa",
      confirm: true,
    },
  );
  return `STRIPE_SECRET_KEY=${keyPlaceOf(viewer)}\n${curl}`;
}
