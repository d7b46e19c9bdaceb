import { balanceTransactions } from "#db/schema/index";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { getPayout } from "./queries.ts";

/** What an automatic payout consists of, newest first, its own transaction among it: together they come to nothing. */
export async function payoutLines(
  viewer: Viewer,
  payoutId: string,
  request: PageRequest,
): Promise<Page<BalanceTransactionRow>> {
  authorize(viewer, "payouts:read");
  await getPayout(viewer, payoutId);
  return pageRows(viewer, {
    table: balanceTransactions,
    kind: "balance_transaction",
    request,
    filters: { payoutId },
  });
}
