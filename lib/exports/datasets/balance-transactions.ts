import { balanceTransactions as transaction } from "#db/schema/index";
import { isFee } from "#lib/ledger/list/fees";
import { asListed } from "../as-listed.ts";
import type { Dataset } from "../dataset.ts";

const columns: Dataset["columns"] = {
  id: { kind: "text", of: transaction.id, usual: true },
  created: { kind: "moment", of: transaction.createdAt, usual: true },
  available_on: { kind: "moment", of: transaction.availableOn, usual: true },
  reporting_category: { kind: "text", of: transaction.reportingCategory, usual: true },
  type: { kind: "text", of: transaction.type, usual: true },
  gross: { kind: "amount", of: transaction.amount, currency: transaction.currency, usual: true },
  fee: { kind: "amount", of: transaction.fee, currency: transaction.currency, usual: true },
  net: { kind: "amount", of: transaction.net, currency: transaction.currency, usual: true },
  currency: { kind: "text", of: transaction.currency, usual: true },
  source_id: { kind: "text", of: transaction.sourceId, usual: true },
  description: { kind: "text", of: transaction.description, usual: true },
  status: { kind: "text", of: transaction.status },
  exchange_rate: { kind: "text", of: transaction.exchangeRate },
  payout_id: { kind: "text", of: transaction.payoutId },
};

/** Everything that moved the balance. */
export const activityDataset: Dataset = {
  permission: "balance:read",
  table: transaction,
  columns,
  about: transaction.sourceId,
  narrow: asListed("activity"),
};

/** What of it cost something. */
export const feeDataset: Dataset = {
  permission: "balance:read",
  table: transaction,
  columns,
  about: transaction.sourceId,
  always: isFee,
  narrow: asListed("fees"),
};
