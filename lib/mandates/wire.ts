import type Stripe from "stripe";
import type { mandates } from "#db/schema/index";
import type { MandateAcceptance } from "#db/schema/setup";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { secondsOrNull } from "#lib/clock";
import { config } from "#lib/config";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";

export type MandateRow = typeof mandates.$inferSelect;

/** The API's mandate. `methodType`: what it lets be debited. */
export function toMandate(
  row: MandateRow,
  methodType: PaymentMethodRow["type"],
  environment: ViewedEnvironment,
): Stripe.Mandate {
  return {
    id: row.id,
    object: "mandate",
    customer_acceptance: toWireAcceptance(row.acceptance),
    livemode: environment.kind === "live",
    ...(row.singleUse ? { single_use: row.singleUse } : { multi_use: {} }),
    payment_method: row.paymentMethodId,
    payment_method_details: detailsOf(row, methodType),
    status: row.status,
    type: row.singleUse ? "single_use" : "multi_use",
  };
}

function toWireAcceptance({
  type,
  acceptedAt,
  online,
}: MandateAcceptance): Stripe.Mandate.CustomerAcceptance {
  return {
    accepted_at: secondsOrNull(acceptedAt),
    ...(online
      ? { online: { ip_address: online.ipAddress, user_agent: online.userAgent } }
      : { offline: {} }),
    type,
  };
}

function detailsOf(
  { reference, id }: MandateRow,
  type: PaymentMethodRow["type"],
): Stripe.Mandate.PaymentMethodDetails {
  switch (type) {
    case "sepa_debit":
      return { type, sepa_debit: { reference, url: `${config().publicUrl}/v1/mandates/${id}` } };
    case "us_bank_account":
      return { type, us_bank_account: {} };
    case "card":
      return { type, card: {} };
    case "customer_balance":
      throw new Error(`Mandate ${id} is of a payment method that needs none`);
  }
}
