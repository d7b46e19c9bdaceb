import { and, eq, lte, min, sql } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { ledgerAccounts } from "./accounts.ts";
import { balanceOf } from "./balances.ts";
import { balanceNow } from "./get-balance.ts";
import { pendingTotal } from "./pending-total.ts";
import { post } from "./post.ts";
import { released } from "./posting.ts";

/**
 * Makes available what came due. Refunds may have been paid out of pending money: what they took is taken
 * from the earliest release, so neither account ever falls below zero for it.
 */
export function releasePending(viewer: Viewer): Promise<void> {
  return transaction(viewer, async (tx) => {
    const due = await dueByCurrency(tx);
    for (const { currency, net } of due) {
      const waiting = await pendingTotal(tx, currency);
      const spent = waiting - (await balanceOf(tx, ledgerAccounts.pending, currency));
      const amount = Math.max(0, net - spent);
      const sourceId = newId("rel", tx.now);
      await post(tx, released({ amount, currency }), { sourceId, balanceTransactionId: null });
    }
    await tx.db.update(balanceTransactions).set({ status: "available" }).where(cameDue(tx));
    if (due.length > 0) {
      await record(tx, "balance.available", await balanceNow(tx, viewer.environment));
      await planPayouts(tx);
    }
    await enqueue(tx, "refunds.fund", {}, { runAt: tx.now, uniqueKey: "refunds.fund" });
    await scheduleNext(tx);
  });
}

function pending(tx: Tx) {
  return and(
    eq(balanceTransactions.environmentId, tx.environmentId),
    eq(balanceTransactions.status, "pending"),
  );
}

function cameDue(tx: Tx) {
  return and(pending(tx), lte(balanceTransactions.availableOn, tx.now));
}

function dueByCurrency(tx: Tx): Promise<{ currency: string; net: number }[]> {
  return tx.db
    .select({ currency: balanceTransactions.currency, net: netTotal() })
    .from(balanceTransactions)
    .where(cameDue(tx))
    .groupBy(balanceTransactions.currency);
}

function netTotal() {
  return sql<number>`coalesce(sum(${balanceTransactions.net}), 0)`.mapWith(Number);
}

async function scheduleNext(tx: Tx): Promise<void> {
  const [row] = await tx.db
    .select({ availableOn: min(balanceTransactions.availableOn) })
    .from(balanceTransactions)
    .where(pending(tx));
  const next = row?.availableOn ?? null;
  if (next === null) return;
  const runAt = Number(next);
  await enqueue(tx, "ledger.release", {}, { runAt, uniqueKey: "ledger.release" });
}
