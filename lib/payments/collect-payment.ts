import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import type { TypedCard } from "#lib/payment-methods/vault-method-data";
import { confirmPayment } from "./confirm-payment.ts";
import { createPayment } from "./create-payment.ts";
import type { ConfirmInput } from "./payment-input.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** What somebody pays with: a method kept for the customer, or a card as it is read out. */
export type Means = { methodId: string } | { card: TypedCard };

/** A payment as a colleague takes it. `amount`: minor units. */
export interface NewPayment {
  amount: number;
  currency: string;
  customer: { id: string } | { name: string | null; email: string | null } | null;
  means: Means;
  capture: "now" | "later";
  description: string | null;
  /** Stands behind the business's own name on the statement. */
  statementSuffix: string | null;
  receiptEmail: string | null;
}

/**
 * Takes a payment from somebody who is there, on the phone for one. Where the bank wants them to authenticate, they
 * come back to `returnPath`. Throws a card error (402) that holds the payment when the bank says no.
 */
export function collectPayment(
  viewer: Viewer,
  input: NewPayment,
  { returnPath }: { returnPath: string },
): Promise<PaymentIntentRow> {
  const { customer } = input;
  return createPayment(
    viewer,
    {
      amount: input.amount,
      currency: input.currency,
      ...(customer && ("id" in customer ? { customerId: customer.id } : { newCustomer: customer })),
      captureMethod: input.capture === "later" ? "manual" : "automatic",
      description: input.description,
      statementDescriptorSuffix: input.statementSuffix,
      receiptEmail: input.receiptEmail,
    },
    confirmation(input.means, returnPath),
  );
}

/** Tries again to collect a payment that was not paid, with the same method or another. Throws as `collectPayment`. */
export function collectAgain(
  viewer: Viewer,
  { paymentId, means }: { paymentId: string; means: Means },
  { returnPath }: { returnPath: string },
): Promise<PaymentIntentRow> {
  return confirmPayment(viewer, { paymentId, ...confirmation(means, returnPath) });
}

function confirmation(means: Means, returnPath: string): ConfirmInput {
  return {
    returnUrl: config().publicUrl + returnPath,
    ...("methodId" in means
      ? { paymentMethodId: means.methodId }
      : { paymentMethodData: { type: "card" as const, card: means.card } }),
  };
}
