import type { Viewer } from "#lib/auth/viewer";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { paths } from "#lib/paths";

/** Where what moved the balance is told of: an id pasted into the search leads to its page. */
export function sourcePath(viewer: Viewer, { sourceId }: BalanceTransactionRow): string {
  if (sourceId.startsWith("po_")) return paths.payout(viewer, sourceId);
  return `${paths.search(viewer)}?q=${encodeURIComponent(sourceId)}`;
}
