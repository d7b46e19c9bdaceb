import type { Viewer } from "#lib/auth/viewer";
import { toCsv } from "#lib/csv";
import { isCurrency, toDecimalString } from "#lib/money";
import { payoutLines } from "./payout-lines.ts";

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

/** What an automatic payout consists of as a table of comma-separated values, newest first. Needs payouts:read. */
export async function payoutCsv(viewer: Viewer, payoutId: string): Promise<string> {
  const lines: string[][] = [columns];
  let after: string | undefined;
  for (;;) {
    const { rows, hasMore } = await payoutLines(viewer, payoutId, { limit: 500, starting_after: after });
    for (const row of rows) {
      const { currency } = row;
      if (!isCurrency(currency)) throw new Error(`Balance transaction ${row.id} is in ${currency}`);
      const decimal = (amount: number) => toDecimalString({ amount, currency });
      lines.push([
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
      ]);
    }
    after = rows.at(-1)?.id;
    if (!hasMore) return toCsv(lines);
  }
}
