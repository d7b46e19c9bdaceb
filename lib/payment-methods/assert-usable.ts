import { update } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import type { PaymentMethodRow } from "./wire.ts";

/** Throws unless a payment of this customer, or of nobody, may be made with this method. The words are the API's. */
export function assertUsable(method: PaymentMethodRow, customerId: string | null): void {
  if (method.retiredAt !== null && method.sourceObject === "source") throw consumed();
  if (method.retiredAt !== null) {
    throw invalid(
      "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
      { param: "payment_method" },
    );
  }
  if (method.sourceStatus === "new" || method.sourceStatus === "verification_failed") {
    throw invalid("The customer's bank account must be verified before it can be charged.", {
      code: "bank_account_unverified",
    });
  }
  if (method.customerId === null || method.customerId === customerId) return;
  if (customerId === null) {
    throw invalid(
      `The \`payment_method\` parameter supplied ${method.id} belongs to the Customer ${method.customerId}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { code: "parameter_missing", param: "source" },
    );
  }
  throw invalid(
    `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${customerId}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    { param: "payment_method" },
  );
}

function consumed() {
  return invalid(
    "The source you provided is consumed because it was previously charged without being attached to a customer or was detached from a customer. To charge a reusable source multiple times you must attach it to a customer first.",
    { code: "invalid_source_usage", param: "source" },
  );
}

/** Ends a method that paid without belonging to a customer: it may not pay again. */
export async function useUp(tx: Tx, method: PaymentMethodRow): Promise<void> {
  if (method.customerId !== null || method.retiredAt !== null) return;
  await update(tx, paymentMethods, method.id, { retiredAt: tx.now });
}
