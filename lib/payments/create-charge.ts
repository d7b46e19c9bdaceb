import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { createPayment } from "./create-payment.ts";
import { findCharge } from "./find-payment.ts";
import type { PaymentInput } from "./payment-input.ts";
import type { ChargeRow } from "./wire.ts";

/**
 * Charges a token or a customer's default method in one step, as older integrations do. People see it as any
 * other payment.
 */
export async function createCharge(
  viewer: Viewer,
  input: PaymentInput & { source?: string },
): Promise<ChargeRow> {
  const paymentMethodId = input.source ?? (await defaultMethod(viewer, input.customerId));
  const { paymentMethodTypes: _types, ...rest } = input;
  const payment = await createPayment(
    viewer,
    { ...rest, paymentMethodTypes: ["card"] },
    { paymentMethodId },
    { standalone: true },
  );
  if (payment.latestChargeId === null) throw authenticationNeeded();
  return findCharge(await reader(viewer), payment.latestChargeId);
}

async function defaultMethod(viewer: Viewer, customerId: string | null | undefined): Promise<string> {
  if (!customerId)
    throw invalid("Must provide source or customer.", { code: "parameter_missing", param: "source" });
  const customer = await getCustomer(viewer, customerId);
  if (customer.defaultPaymentMethodId === null) {
    throw invalid("Cannot charge a customer that has no active card", { code: "missing", param: "card" });
  }
  return customer.defaultPaymentMethodId;
}

function authenticationNeeded() {
  return invalid(
    "This card must be authenticated by its holder, which a charge cannot wait for. Use a payment intent.",
    {
      code: "authentication_required",
      param: "source",
    },
  );
}
