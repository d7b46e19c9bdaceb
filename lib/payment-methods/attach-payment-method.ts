import { find } from "#db/rows";
import { customers, paymentMethods } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import type { Checks } from "#lib/processors/processor";
import { changeMethod } from "./change-method.ts";
import { planCard } from "./plan-card.ts";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";
import { refusal, verify } from "./verify.ts";
import { type PaymentMethodRow, toPaymentMethod } from "./wire.ts";

/**
 * Keeps a payment method for a customer, once the bank agreed. `paymentMethodId` may be a well-known id, which
 * makes a new one. Attaching to the same customer again changes nothing. Throws a `card_error` when refused.
 */
export async function attachPaymentMethod(
  viewer: Viewer,
  input: { paymentMethodId: string; customerId: string },
): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  await assertAttachable(viewer, input);
  const answer = await verify(viewer, input.paymentMethodId);
  if (answer.result === "declined") throw refusal(answer);
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      await assertCustomer(tx, input.customerId);
      const row = await resolvePaymentMethod(tx, input.paymentMethodId);
      return attachTo(tx, row, input.customerId, answer.checks);
    }),
  );
}

/** Attaches inside the caller's transaction; the bank was asked before, or was paid by it just now. */
export async function attachTo(
  tx: Tx,
  row: PaymentMethodRow,
  customerId: string,
  checks: Checks,
): Promise<PaymentMethodRow> {
  assertFree(row, customerId);
  if (row.customerId === customerId) return row;
  const attached = await changeMethod(tx, row, {
    customerId,
    checks: { ...row.checks, ...checks },
  });
  await record(tx, "payment_method.attached", toPaymentMethod(attached, tx.viewer.environment));
  await planCard(tx, attached);
  return attached;
}

/** Refuses what cannot be attached before the bank is asked. */
async function assertAttachable(
  viewer: Viewer,
  input: { paymentMethodId: string; customerId: string },
): Promise<void> {
  const handle = await reader(viewer);
  await assertCustomer(handle, input.customerId);
  const row = await find(handle, paymentMethods, input.paymentMethodId);
  if (row) assertFree(row, input.customerId);
}

async function assertCustomer(handle: Parameters<typeof find>[0], id: string): Promise<void> {
  const customer = await find(handle, customers, id);
  if (!customer || customer.deletedAt !== null) throw notFound("customer", id, "customer");
}

function assertFree(row: PaymentMethodRow, customerId: string): void {
  if (row.type === "customer_balance") {
    throw invalid("PaymentMethods of type customer_balance cannot be attached to a customer.");
  }
  if (row.retiredAt !== null) {
    throw invalid(
      "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.",
    );
  }
  if (row.customerId !== null && row.customerId !== customerId) {
    throw invalid("The payment method you provided has already been attached to a customer.");
  }
}
