import type Stripe from "stripe";
import type { methodDomains } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type MethodDomainRow = typeof methodDomains.$inferSelect;

/** The API's payment method domain. In a test environment every method works on a domain that is switched on. */
export function toMethodDomain(
  row: MethodDomainRow,
  environment: ViewedEnvironment,
): Stripe.PaymentMethodDomain {
  const status = row.enabled ? ("active" as const) : ("inactive" as const);
  return {
    id: row.id,
    object: "payment_method_domain",
    amazon_pay: { status },
    apple_pay: { status },
    created: seconds(row.createdAt),
    domain_name: row.domainName,
    enabled: row.enabled,
    google_pay: { status },
    klarna: { status },
    link: { status },
    livemode: environment.kind === "live",
    paypal: { status },
  };
}
