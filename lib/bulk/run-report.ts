import { toCsv } from "#lib/csv";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { isCurrency, toDecimalString } from "#lib/money";
import { rowsOfRun } from "./queries.ts";
import type { BulkRow } from "./row-claim.ts";

/** What came of every row of a run, as a file: a part at a time. */
export async function* runReport(viewer: Viewer, id: string): AsyncGenerator<string> {
  const t = translator(viewer.locale, "bulk");
  const heading = ["id", "outcome", "amount", "currency", "result", "reason", "message", "at"] as const;
  let isFirst = true;
  for await (const rows of rowsOfRun(viewer, id)) {
    const lines = rows.map((row) => lineOf(row, t(`rowState.${row.state}`)));
    yield toCsv(isFirst ? [heading.map((name) => t(`report.${name}`)), ...lines] : lines);
    isFirst = false;
  }
}

function lineOf(
  { objectId, amount, currency, resultId, code, message, at }: BulkRow,
  state: string,
): string[] {
  const decimal =
    amount !== null && currency !== null && isCurrency(currency) ? toDecimalString({ amount, currency }) : "";
  return [
    objectId,
    state,
    decimal,
    currency?.toUpperCase() ?? "",
    resultId ?? "",
    code ?? "",
    message ?? "",
    at === null ? "" : new Date(at).toISOString(),
  ];
}
