import { change } from "#db/rows";
import { paymentIntents } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { reconcileLater } from "#lib/cash/reconcile-later";
import { useConfirmationToken } from "#lib/confirmation-tokens/use-token";
import { invalid } from "#lib/errors";
import { finish } from "#lib/operations/finish";
import { agreeMandate } from "./agree-mandate.ts";
import { assertAmountDetails } from "./amount-details.ts";
import { unapplyCash } from "./apply-cash.ts";
import { attempt, startAttempt } from "./attempt.ts";
import { chooseMethod, prepareMethod } from "./choose-method.ts";
import { assertSecret } from "./client-secret.ts";
import { assertMayConfirm, isProven } from "./confirm-again.ts";
import { methodColumns, payerEmailOf } from "./create-payment.ts";
import { assertAllowed, findPayment } from "./find-payment.ts";
import type { ConfirmInput, PaymentInput } from "./payment-input.ts";
import { detailsAfter, typesAfter, updatedColumns } from "./update-payment.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** What a confirmation may change of the payment on its way. */
export type ConfirmChanges = Pick<
  PaymentInput,
  | "receiptEmail"
  | "setupFutureUsage"
  | "shipping"
  | "paymentMethodOptions"
  | "captureMethod"
  | "allowedPaymentMethodTypes"
  | "excludedPaymentMethodTypes"
  | "amountDetails"
  | "paymentDetails"
>;

/**
 * Tries to collect a payment with its method or another. Throws a card error (402) when the bank says no.
 * A browser's key must know the payment's client secret.
 */
export async function confirmPayment(
  viewer: Viewer,
  input: ConfirmInput & ConfirmChanges & { paymentId: string },
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  const seen = await findPayment(await reader(viewer), input.paymentId);
  assertSecret(viewer, seen.clientSecret, input.clientSecret);
  assertMayConfirm(viewer, seen);
  assertAllowed("confirm", seen);
  const prepared = await prepareMethod(viewer, input);

  const operation = await transaction(viewer, async (tx) => {
    const found = await findPayment(tx, input.paymentId);
    assertAllowed("confirm", found);
    const intent = await unapplyCash(tx, found);
    assertConfirmable(viewer, intent, input);
    const named = prepared.id === null && prepared.vaulted === null;
    const { method } = await chooseMethod(
      tx,
      named ? { id: intent.paymentMethodId, vaulted: null } : prepared,
      { customerId: intent.customerId, paymentMethodTypes: typesAfter(intent, input, intent.currency) },
      { required: true },
    );
    if (method.type !== "customer_balance") await reconcileLater(tx, intent, found.cashApplied);
    const ready = await change(tx, paymentIntents, intent, {
      ...updatedColumns(intent, input),
      ...methodColumns(method),
      payerEmail: payerEmailOf(input.receiptEmail ?? intent.receiptEmail, method),
      status: "requires_confirmation",
      nextAction: null,
    });
    await useConfirmationToken(tx, input.confirmationTokenId, { paymentIntentId: ready.id });
    return startAttempt(tx, ready, method, {
      returnUrl: input.returnUrl ?? null,
      offSession: input.offSession ?? false,
      errorOnRequiresAction: input.errorOnRequiresAction ?? false,
      useSdk: input.useSdk ?? false,
      mandateId: await agreeMandate(tx, ready, method, input),
      authentication: isProven(intent, method) ? "succeeded" : "none",
    });
  });
  return finish(viewer, operation, attempt);
}

function assertConfirmable(
  viewer: Viewer,
  intent: PaymentIntentRow,
  input: ConfirmInput & ConfirmChanges,
): void {
  if (input.expectedAmount !== undefined && input.expectedAmount !== intent.amount) {
    throw invalid(
      `The amount to confirm is not the PaymentIntent's amount, which is ${intent.amount}. Confirm it again with that amount.`,
      { param: "amount_to_confirm", extra: { payment_intent: intent.id } },
    );
  }
  assertAmountDetails(detailsAfter(intent, input), intent.amount);
  const { setupFutureUsage: before } = intent;
  const { setupFutureUsage: after } = input;
  if (!viewer.publishable || before === null || after === undefined || after === before) return;
  if (before === "on_session" && after === "off_session") return;
  throw invalid("A publishable key can change setup_future_usage from on_session to off_session only.", {
    code: "payment_intent_invalid_parameter",
    param: "setup_future_usage",
  });
}
