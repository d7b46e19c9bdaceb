import type { Viewer } from "#lib/auth/viewer";
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
  const lines = [columns.join(",")];
  let after: string | undefined;
  for (;;) {
    const { rows, hasMore } = await payoutLines(viewer, payoutId, { limit: 500, starting_after: after });
    for (const row of rows) {
      const decimal = (amount: number) =>
        isCurrency(row.currency) ? toDecimalString({ amount, currency: row.currency }) : String(amount);
      const cells = [
        row.id,
        new Date(row.createdAt).toISOString(),
        new Date(row.availableOn).toISOString(),
        row.reportingCategory,
        row.type,
        row.currency,
        decimal(row.amount),
        decimal(row.fee),
        decimal(row.net),
        row.sourceId,
        row.description ?? "",
      ];
      lines.push(cells.map(quoted).join(","));
    }
    after = rows.at(-1)?.id;
    if (!hasMore) return `${lines.join("\r\n")}\r\n`;
  }
}

/** What a spreadsheet would take for a formula is made a text, but for a plain number. */
function quoted(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
