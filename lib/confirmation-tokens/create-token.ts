import { insert } from "#db/rows";
import type { Shipping } from "#db/schema/customers";
import { confirmationTokens } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { claimed } from "#lib/operations/claimed";
import { insertPaymentMethod } from "#lib/payment-methods/insert-payment-method";
import { resolvePaymentMethod } from "#lib/payment-methods/resolve-payment-method";
import { type MethodData, type VaultedMethod, vaultMethodData } from "#lib/payment-methods/vault-method-data";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { ConfirmationTokenRow } from "./wire.ts";

/** How long one can be used, milliseconds. Source: https://docs.stripe.com/api/confirmation_tokens/object */
const lifetime = 12 * hour;

interface NewConfirmationToken {
  paymentMethodId?: string | undefined;
  paymentMethodData?: MethodData | undefined;
  paymentMethodOptions?: Record<string, Record<string, unknown>> | undefined;
  returnUrl?: string | undefined;
  setupFutureUsage?: "on_session" | "off_session" | undefined;
  shipping?: Shipping | undefined;
}

/**
 * Stands in for what a payer enters on a page, in test environments: there such a token is made by their browser. It
 * confirms one payment or setup.
 */
export async function createConfirmationToken(
  viewer: Viewer,
  input: NewConfirmationToken,
): Promise<{ row: ConfirmationTokenRow; method: PaymentMethodRow }> {
  authorize(viewer, "payments:write");
  if (viewer.environment.kind === "live") {
    throw invalid("Test helpers can only be used in test environments.");
  }
  const vaulted = input.paymentMethodData ? await vaultMethodData(viewer, input.paymentMethodData) : null;
  return transaction(viewer, (tx) => claimed(tx, () => insertToken(tx, input, vaulted)));
}

async function insertToken(tx: Tx, input: NewConfirmationToken, vaulted: VaultedMethod | null) {
  const method = await methodOf(tx, input.paymentMethodId, vaulted);
  const row = await insert(tx, confirmationTokens, {
    id: newId("ctoken", tx.now),
    createdAt: tx.now,
    expiresAt: tx.now + lifetime,
    paymentMethodId: method.id,
    paymentMethodOptions: input.paymentMethodOptions,
    acceptance: acceptanceOf(tx, method),
    returnUrl: input.returnUrl,
    setupFutureUsage: input.setupFutureUsage,
    shipping: input.shipping,
  });
  return { row, method };
}

function methodOf(tx: Tx, id: string | undefined, vaulted: VaultedMethod | null): Promise<PaymentMethodRow> {
  if (vaulted) return insertPaymentMethod(tx, vaulted);
  if (id !== undefined) return resolvePaymentMethod(tx, id);
  throw invalid("You must provide one of payment_method or payment_method_data.", {
    code: "parameter_missing",
    param: "payment_method_data",
  });
}

/** Whoever enters a bank account on a page is shown what they agree to there. */
function acceptanceOf({ viewer, now }: Tx, { type }: PaymentMethodRow): ConfirmationTokenRow["acceptance"] {
  if (type === "card") return null;
  const { address = null, userAgent = null } = viewer.request ?? {};
  return { type: "online", acceptedAt: now, online: { ipAddress: address, userAgent } };
}
