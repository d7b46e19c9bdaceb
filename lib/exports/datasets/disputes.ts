import { and, eq } from "drizzle-orm";
import { disputes, paymentIntents as payment } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const disputeDataset: Dataset = {
  permission: "disputes:read",
  table: disputes,
  joined: {
    table: payment,
    on: and(eq(payment.environmentId, disputes.environmentId), eq(payment.id, disputes.paymentIntentId)),
  },
  columns: {
    id: { kind: "text", of: disputes.id, usual: true },
    created: { kind: "moment", of: disputes.createdAt, usual: true },
    amount: { kind: "amount", of: disputes.amount, currency: disputes.currency, usual: true },
    currency: { kind: "text", of: disputes.currency, usual: true },
    status: { kind: "text", of: disputes.status, usual: true },
    reason: { kind: "text", of: disputes.reason, usual: true },
    respond_by: { kind: "moment", of: disputes.dueBy, usual: true },
    payment_id: { kind: "text", of: disputes.paymentIntentId, usual: true },
    charge_id: { kind: "text", of: disputes.chargeId },
    network: { kind: "text", of: disputes.network },
    network_reason_code: { kind: "text", of: disputes.networkReasonCode },
    submitted_at: { kind: "moment", of: disputes.submittedAt },
    submissions: { kind: "number", of: disputes.submissionCount },
    closed_at: { kind: "moment", of: disputes.closedAt },
    closed_by: { kind: "text", of: disputes.closedBy },
    customer_id: { kind: "text", of: payment.customerId },
    email: { kind: "text", of: payment.payerEmail, permission: "customers:read" },
  },
  about: disputes.paymentIntentId,
  metadata: disputes.metadata,
  narrow: asListed("disputes"),
};
