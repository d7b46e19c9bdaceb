import { and, eq } from "drizzle-orm";
import { charges, paymentIntents as payment } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const paymentDataset: Dataset = {
  permission: "payments:read",
  table: payment,
  joined: {
    table: charges,
    on: and(eq(charges.environmentId, payment.environmentId), eq(charges.id, payment.latestChargeId)),
  },
  columns: {
    id: { kind: "text", of: payment.id, usual: true },
    created: { kind: "moment", of: payment.createdAt, usual: true },
    amount: { kind: "amount", of: payment.amount, currency: payment.currency, usual: true },
    amount_captured: { kind: "amount", of: payment.amountReceived, currency: payment.currency, usual: true },
    amount_refunded: { kind: "amount", of: payment.amountRefunded, currency: payment.currency, usual: true },
    currency: { kind: "text", of: payment.currency, usual: true },
    status: { kind: "text", of: payment.paymentStatus, usual: true },
    description: { kind: "text", of: payment.description, usual: true },
    customer_id: { kind: "text", of: payment.customerId, usual: true },
    email: { kind: "text", of: payment.payerEmail, usual: true, permission: "customers:read" },
    method: { kind: "text", of: payment.methodType, usual: true },
    card_brand: { kind: "text", of: payment.brand, usual: true },
    last4: { kind: "text", of: payment.last4, usual: true },
    fingerprint: { kind: "text", of: payment.fingerprint },
    amount_capturable: { kind: "amount", of: payment.amountCapturable, currency: payment.currency },
    intent_status: { kind: "text", of: payment.status },
    capture_method: { kind: "text", of: payment.captureMethod },
    charge_id: { kind: "text", of: payment.latestChargeId },
    captured_at: { kind: "moment", of: charges.capturedAt },
    failure_code: { kind: "text", of: charges.failureCode },
    decline_code: { kind: "text", of: charges.declineCode },
    balance_transaction_id: { kind: "text", of: charges.balanceTransactionId },
    statement_descriptor: { kind: "text", of: charges.calculatedStatementDescriptor },
    receipt_number: { kind: "text", of: charges.receiptNumber },
    disputed: { kind: "yes_no", of: charges.disputed },
    canceled_at: { kind: "moment", of: payment.canceledAt },
    cancellation_reason: { kind: "text", of: payment.cancellationReason },
    transfer_group: { kind: "text", of: payment.transferGroup },
  },
  metadata: payment.metadata,
  narrow: asListed("payments"),
};
