import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { processor } from "#lib/processors/index";
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
  const paymentMethodTypes = [await typeOf(viewer, paymentMethodId)];
  return createPayment(viewer, { ...payment, paymentMethodTypes }, confirm, { standalone: true });
}

/** A token or well-known id that is no bank account's is a card's. */
async function typeOf(viewer: Viewer, id: string): Promise<string> {
  const row = await find(await reader(viewer), paymentMethods, id);
  return row?.type ?? processor().wellKnown(id)?.type ?? "card";
}

async function defaultMethod(viewer: Viewer, customerId: string | null | undefined): Promise<string> {
  if (!customerId)
    throw invalid("Must provide source or customer.", { code: "parameter_missing", param: "source" });
  const customer = await getCustomer(viewer, customerId);
  const method = customer.defaultSourceId ?? customer.defaultPaymentMethodId;
  if (method === null) {
    throw invalid("Cannot charge a customer that has no active card", { code: "missing", param: "card" });
  }
  return method;
}
