import type { Viewer } from "#lib/auth/viewer";
import { toCsv } from "#lib/csv";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { isCurrency, toDecimalString } from "#lib/money";
import { payoutLines } from "./payout-lines.ts";
import { getPayout } from "./queries.ts";

const columns = [
  "balance_transaction_id",
  "created",
  "available_on",
  "reporting_category",
  "type",
  "currency",
  "gross",
  "fee",
  "net",
  "source_id",
  "description",
];

/** So many lines are read at a time. */
const batch = 500;

/**
 * What an automatic payout consists of as a table of comma-separated values, newest first, part by part: there may be
 * hundreds of thousands of lines. Needs payouts:read.
 */
export async function payoutCsv(viewer: Viewer, payoutId: string): Promise<AsyncGenerator<string>> {
  await getPayout(viewer, payoutId);
  return partsOf(viewer, payoutId);
}

async function* partsOf(viewer: Viewer, payoutId: string): AsyncGenerator<string> {
  yield toCsv([columns]);
  let after: string | undefined;
  for (;;) {
    const { rows, hasMore } = await payoutLines(viewer, payoutId, { limit: batch, starting_after: after });
    if (rows.length > 0) yield toCsv(rows.map(lineOf));
    if (!hasMore) return;
    after = rows.at(-1)?.id;
  }
}

function lineOf(row: BalanceTransactionRow): string[] {
  const { currency } = row;
  if (!isCurrency(currency)) throw new Error(`Balance transaction ${row.id} is in ${currency}`);
  const decimal = (amount: number) => toDecimalString({ amount, currency });
  return [
    row.id,
    new Date(row.createdAt).toISOString(),
    new Date(row.availableOn).toISOString(),
    row.reportingCategory,
    row.type,
    currency,
    decimal(row.amount),
    decimal(row.fee),
    decimal(row.net),
    row.sourceId,
    row.description ?? "",
  ];
}
