import type { Viewer } from "#lib/auth/viewer";
import { getCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { createPayment } from "./create-payment.ts";
import type { PaymentInput } from "./payment-input.ts";
import type { PaymentIntentRow } from "./wire.ts";

/**
 * Charges a token or a customer's default method in one step, as older integrations do. People see it as any
 * other payment; its charge is the payment's latest.
 */
export async function createCharge(
  viewer: Viewer,
  input: PaymentInput & { source?: string },
): Promise<PaymentIntentRow> {
  const { source, ...payment } = input;
  const paymentMethodId = source ?? (await defaultMethod(viewer, input.customerId));
  const confirm = { paymentMethodId, errorOnRequiresAction: true };
  return createPayment(viewer, { ...payment, paymentMethodTypes: ["card"] }, confirm, { standalone: true });
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
