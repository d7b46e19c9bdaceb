import { and, eq } from "drizzle-orm";
import { paymentIntents as payment, refunds } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const refundDataset: Dataset = {
  permission: "payments:read",
  table: refunds,
  joined: {
    table: payment,
    on: and(eq(payment.environmentId, refunds.environmentId), eq(payment.id, refunds.paymentIntentId)),
  },
  columns: {
    id: { kind: "text", of: refunds.id, usual: true },
    created: { kind: "moment", of: refunds.createdAt, usual: true },
    amount: { kind: "amount", of: refunds.amount, currency: refunds.currency, usual: true },
    currency: { kind: "text", of: refunds.currency, usual: true },
    status: { kind: "text", of: refunds.status, usual: true },
    reason: { kind: "text", of: refunds.reason, usual: true },
    failure_reason: { kind: "text", of: refunds.failureReason, usual: true },
    payment_id: { kind: "text", of: refunds.paymentIntentId, usual: true },
    charge_id: { kind: "text", of: refunds.chargeId },
    payment_amount: { kind: "amount", of: payment.amount, currency: payment.currency },
    payment_description: { kind: "text", of: payment.description },
    customer_id: { kind: "text", of: payment.customerId },
    email: { kind: "text", of: payment.payerEmail, permission: "customers:read" },
    note: { kind: "text", of: refunds.note },
    receipt_number: { kind: "text", of: refunds.receiptNumber },
    balance_transaction_id: { kind: "text", of: refunds.balanceTransactionId },
  },
  about: refunds.paymentIntentId,
  metadata: refunds.metadata,
  narrow: asListed("refunds"),
};
