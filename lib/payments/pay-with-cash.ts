import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { cashIn } from "#lib/cash/balances";
import type { Settlement } from "#lib/operations/operation";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { AttemptManner } from "./attempt-request.ts";
import { applyCash, stillToSend } from "./apply-cash.ts";
import { customerGone, failUncharged } from "./fail-uncharged.ts";
import { movePayment, recordIntent } from "./move-payment.ts";
import { transferInstructions } from "./transfer-instructions.ts";
import type { PaymentIntentRow } from "./wire.ts";

/**
 * Collects a payment from what its customer sent ahead. Where that is too little, it waits for a transfer of the rest,
 * if its options allow one.
 */
export async function payWithCash(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  { errorOnRequiresAction }: Pick<AttemptManner, "errorOnRequiresAction">,
): Promise<Settlement<PaymentIntentRow>> {
  const { customerId, currency, amount } = intent;
  if (customerId === null) throw new Error(`Payment ${intent.id} has no customer who sent anything ahead`);
  const customer = await find(tx, customers, customerId);
  if (!customer || customer.deletedAt !== null) {
    return { refusal: await failUncharged(tx, intent, method, customerGone) };
  }
  const there = customer.reconciliationMode === "manual" ? 0 : await cashIn(tx, customerId, currency);
  if (there >= amount) return { result: await applyCash(tx, intent, amount) };
  if (intent.paymentMethodOptions.customer_balance?.funding_type !== "bank_transfer") {
    return { refusal: await failUncharged(tx, intent, method, tooLittle) };
  }
  if (errorOnRequiresAction) return { refusal: await failUncharged(tx, intent, method, waitUnwanted) };
  const waiting = await movePayment(tx, intent, null, {
    status: "requires_action",
    nextAction: { ...transferInstructions(tx.viewer.environment, intent) },
    lastPaymentError: null,
  });
  await recordIntent(tx, "payment_intent.requires_action", waiting);
  const part = Math.min(there, stillToSend(waiting));
  return { result: part > 0 ? await applyCash(tx, waiting, part) : waiting };
}

const waitUnwanted = {
  code: "payment_intent_action_required",
  message: "The customer's cash balance does not cover this payment: it would wait for a bank transfer.",
  type: "invalid_request_error",
} as const;

const tooLittle = {
  code: "insufficient_funds",
  message:
    "The customer's cash balance does not cover this payment. Set `payment_method_options[customer_balance][funding_type]` to `bank_transfer` to let the customer send the rest.",
  type: "invalid_request_error",
} as const;
