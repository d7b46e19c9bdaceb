import { topups } from "#db/schema/index";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

export const topupDataset: Dataset = {
  permission: "payouts:read",
  table: topups,
  columns: {
    id: { kind: "text", of: topups.id, usual: true },
    created: { kind: "moment", of: topups.createdAt, usual: true },
    amount: { kind: "amount", of: topups.amount, currency: topups.currency, usual: true },
    currency: { kind: "text", of: topups.currency, usual: true },
    status: { kind: "text", of: topups.status, usual: true },
    expected: { kind: "moment", of: topups.expectedAvailabilityDate, usual: true },
    bank_reference: { kind: "text", of: topups.bankReference, usual: true },
    description: { kind: "text", of: topups.description, usual: true },
    statement_descriptor: { kind: "text", of: topups.statementDescriptor },
    failure_code: { kind: "text", of: topups.failureCode },
    balance_transaction_id: { kind: "text", of: topups.balanceTransactionId },
  },
  metadata: topups.metadata,
  narrow: asListed("topups"),
};
