import type { Handle } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { needsMandate, standingMandate } from "#lib/mandates/mandate-for";
import { insertPaymentMethod } from "#lib/payment-methods/insert-payment-method";
import { resolvePaymentMethod } from "#lib/payment-methods/resolve-payment-method";
import { type MethodData, type VaultedMethod, vaultMethodData } from "#lib/payment-methods/vault-method-data";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { SetupIntentRow } from "./wire.ts";

/** The method as the caller named it; what was typed is already with the processor, outside any transaction. */
export interface NamedMethod {
  id: string | null;
  vaulted: VaultedMethod | null;
}

/** Hands over to the processor what a person typed; a number goes no further than this. */
export async function nameMethod(
  viewer: Viewer,
  input: { paymentMethodId?: string; paymentMethodData?: MethodData },
): Promise<NamedMethod> {
  const vaulted = input.paymentMethodData ? await vaultMethodData(viewer, input.paymentMethodData) : null;
  return { id: input.paymentMethodId ?? null, vaulted };
}

/** The method to set up, made if need be; null where none is named. Throws where this setup may not use it. */
export async function chooseSetupMethod(
  tx: Tx,
  named: NamedMethod,
  purpose: Pick<SetupIntentRow, "customerId" | "paymentMethodTypes">,
): Promise<PaymentMethodRow | null> {
  const method = await methodOf(tx, named);
  if (!method) return null;
  assertFree(method, purpose.customerId);
  if (purpose.paymentMethodTypes.includes(method.type)) return method;
  throw invalid(
    `The PaymentMethod provided (${method.type}) is not allowed for this SetupIntent, which takes: ${purpose.paymentMethodTypes.join(", ")}. Provide another PaymentMethod, or allow this type in payment_method_types.`,
    { param: "payment_method" },
  );
}

/** Throws where the method can only be debited under a mandate, and its payer did not agree to one. */
export async function assertAgreed(
  handle: Handle,
  method: PaymentMethodRow,
  setup: Pick<SetupIntentRow, "acceptance" | "singleUse">,
): Promise<void> {
  if (!needsMandate(method) || setup.acceptance) return;
  if (setup.singleUse === null && (await standingMandate(handle, method))) return;
  throw invalid(
    "This SetupIntent requires a mandate, but no existing mandate was found. Collect mandate acceptance from the customer and try again, providing acceptance data in the mandate_data parameter.",
    { code: "setup_intent_mandate_invalid", param: "mandate_data" },
  );
}

/** What the API says of a confirmation that has nothing to set up. */
export function methodMissing() {
  return invalid(
    "You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: "setup_intent_unexpected_state" },
  );
}

async function methodOf(tx: Tx, named: NamedMethod): Promise<PaymentMethodRow | null> {
  if (named.vaulted) return insertPaymentMethod(tx, named.vaulted);
  return named.id === null ? null : resolvePaymentMethod(tx, named.id, "payment_method");
}

function assertFree(method: PaymentMethodRow, customerId: string | null): void {
  if (method.retiredAt !== null) {
    throw invalid(
      "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
      { param: "payment_method" },
    );
  }
  if (method.customerId === null || method.customerId === customerId) return;
  if (customerId === null) {
    throw invalid(
      `The payment method supplied (${method.id}) belongs to a Customer. Please include the Customer in the \`customer\` parameter on the SetupIntent.`,
      { code: "parameter_missing", param: "customer" },
    );
  }
  throw invalid(
    `The payment method supplied (${method.id}) belongs to a different Customer. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    { param: "payment_method" },
  );
}
