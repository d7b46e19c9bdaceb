import type Stripe from "stripe";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { bankDetails, transferReference } from "#lib/cash/bank-details";
import { transferTypeOf } from "#lib/cash/transfer-types";
import type { PaymentIntentRow } from "./wire.ts";

/** What the customer of a payment is to send, and where to, as the API has it. */
export function transferInstructions(
  environment: ViewedEnvironment,
  payment: PaymentIntentRow,
): Stripe.PaymentIntent.NextAction {
  const { id, amount, cashApplied, currency, customerId } = payment;
  const type = transferTypeOf(currency);
  if (customerId === null || type === undefined) throw new Error(`Payment ${id} cannot be sent ahead`);
  const country = countryOf(payment.paymentMethodOptions);
  return {
    type: "display_bank_transfer_instructions",
    display_bank_transfer_instructions: {
      amount_remaining: amount - cashApplied,
      currency,
      financial_addresses: bankDetails({ environment, customerId, currency, country }),
      hosted_instructions_url: null,
      reference: transferReference(id),
      type,
    },
  };
}

/** Whether a payment waits for its customer to send the rest. */
export function waitsForTransfer({
  status,
  nextAction,
}: Pick<PaymentIntentRow, "status" | "nextAction">): boolean {
  return status === "requires_action" && nextAction?.type === "display_bank_transfer_instructions";
}

/** In which country a customer wants to send euros to. */
function countryOf(options: PaymentIntentRow["paymentMethodOptions"]): string | undefined {
  const transfer = options.customer_balance?.bank_transfer as
    { eu_bank_transfer?: { country?: string } } | undefined;
  return transfer?.eu_bank_transfer?.country;
}
