import { and, eq, ne, sql } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { getPayout } from "./queries.ts";

/** The transactions of one reporting category; null: all of them. Minor units of the payout's currency. */
export interface SummaryLine {
  category: string | null;
  count: number;
  gross: number;
  fee: number;
  net: number;
}

/** What an automatic payout consists of, by reporting category, with its sum last: the payout's amount. Needs payouts:read. */
export async function payoutSummary(viewer: Viewer, payoutId: string): Promise<SummaryLine[]> {
  authorize(viewer, "payouts:read");
  const { balanceTransactionId } = await getPayout(viewer, payoutId);
  const { environmentId, id, reportingCategory, amount, fee, net } = balanceTransactions;
  const { db } = await reader(viewer);
  const lines = await db
    .select({
      category: reportingCategory,
      count: sql<number>`count(*)`.mapWith(Number),
      gross: sql<number>`sum(${amount})`.mapWith(Number),
      fee: sql<number>`sum(${fee})`.mapWith(Number),
      net: sql<number>`sum(${net})`.mapWith(Number),
    })
    .from(balanceTransactions)
    .where(
      and(
        eq(environmentId, viewer.environmentId),
        eq(balanceTransactions.payoutId, payoutId),
        ne(id, balanceTransactionId ?? ""),
      ),
    )
    .groupBy(reportingCategory)
    .orderBy(reportingCategory);
  return [...lines, lines.reduce(plus, { category: null, count: 0, gross: 0, fee: 0, net: 0 })];
}

function plus(total: SummaryLine, line: SummaryLine): SummaryLine {
  return {
    category: null,
    count: total.count + line.count,
    gross: total.gross + line.gross,
    fee: total.fee + line.fee,
    net: total.net + line.net,
  };
}
