import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { assertUsable } from "#lib/payment-methods/assert-usable";
import { insertPaymentMethod } from "#lib/payment-methods/insert-payment-method";
import { resolvePaymentMethod } from "#lib/payment-methods/resolve-payment-method";
import { type MethodData, type VaultedMethod, vaultMethodData } from "#lib/payment-methods/vault-method-data";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";

/** The method as the caller named it; what was typed is already with the processor, outside any transaction. */
export interface PreparedMethod {
  id: string | null;
  vaulted: VaultedMethod | null;
}

export interface ChosenMethod {
  method: PaymentMethodRow | null;
}

interface Purpose {
  customerId?: string | null;
  paymentMethodTypes?: string[];
}

/** Hands over to the processor what a person typed; a number goes no further than this. */
export async function prepareMethod(
  viewer: Viewer,
  input: { paymentMethodId?: string | null; paymentMethodData?: MethodData },
): Promise<PreparedMethod> {
  const vaulted = input.paymentMethodData ? await vaultMethodData(viewer, input.paymentMethodData) : null;
  return { id: input.paymentMethodId ?? null, vaulted };
}

export async function chooseMethod(
  tx: Tx,
  prepared: PreparedMethod,
  purpose: Purpose,
  options: { required: true },
): Promise<{ method: PaymentMethodRow }>;
export async function chooseMethod(tx: Tx, prepared: PreparedMethod, purpose: Purpose): Promise<ChosenMethod>;

/** The payment method to pay with, made if need be; throws where this payment may not use it. */
export async function chooseMethod(
  tx: Tx,
  prepared: PreparedMethod,
  purpose: Purpose,
  options?: { required: true },
): Promise<ChosenMethod> {
  const method = await methodOf(tx, prepared);
  if (!method) {
    if (options?.required) throw methodMissing();
    return { method };
  }
  assertUsable(method, purpose.customerId ?? null);
  assertAccepted(method, purpose);
  return { method };
}

async function methodOf(tx: Tx, prepared: PreparedMethod): Promise<PaymentMethodRow | null> {
  if (prepared.vaulted) return insertPaymentMethod(tx, prepared.vaulted);
  return prepared.id === null ? null : resolvePaymentMethod(tx, prepared.id, "payment_method");
}

function assertAccepted(method: PaymentMethodRow, { paymentMethodTypes }: Purpose): void {
  if (!paymentMethodTypes || paymentMethodTypes.includes(method.type)) return;
  throw invalid(
    `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent, which takes: ${paymentMethodTypes.join(", ")}. Provide another PaymentMethod, or allow this type in payment_method_types.`,
    { param: "payment_method" },
  );
}

function methodMissing() {
  return invalid(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: "payment_intent_unexpected_state" },
  );
}
