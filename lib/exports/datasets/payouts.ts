import { payouts } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const payoutDataset: Dataset = {
  permission: "payouts:read",
  table: payouts,
  columns: {
    id: { kind: "text", of: payouts.id, usual: true },
    created: { kind: "moment", of: payouts.createdAt, usual: true },
    arrival: { kind: "moment", of: payouts.arrivalDate, usual: true },
    amount: { kind: "amount", of: payouts.amount, currency: payouts.currency, usual: true },
    currency: { kind: "text", of: payouts.currency, usual: true },
    status: { kind: "text", of: payouts.status, usual: true },
    method: { kind: "text", of: payouts.method, usual: true },
    automatic: { kind: "yes_no", of: payouts.automatic, usual: true },
    description: { kind: "text", of: payouts.description, usual: true },
    destination_id: { kind: "text", of: payouts.destinationId },
    statement_descriptor: { kind: "text", of: payouts.statementDescriptor },
    failure_code: { kind: "text", of: payouts.failureCode },
    trace_id: { kind: "text", of: payouts.traceId },
    balance_transaction_id: { kind: "text", of: payouts.balanceTransactionId },
  },
  metadata: payouts.metadata,
  narrow: asListed("payouts"),
};
