import { and, count, eq, sql, sum } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { cashBalances, cashTransactions, ledgerBalances, paymentIntents } from "#db/schema/index";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/** What customers sent ahead: each balance against its entries, all of them and what payments took against the ledger. */
export async function verifyCash(db: Db): Promise<Findings> {
  const problems = [...(await balancesThatDiffer(db)), ...(await accountsThatDiffer(db))];
  const [checked] = await db.select({ count: count() }).from(cashTransactions);
  return { problems, checked: { cash_transactions: Number(checked?.count ?? 0) } };
}

async function balancesThatDiffer(db: Db): Promise<Problem[]> {
  const { environmentId, customerId, currency, netAmount } = cashTransactions;
  const sums = db
    .select({ environmentId, customerId, currency, total: sum(netAmount).mapWith(Number).as("total") })
    .from(cashTransactions)
    .groupBy(environmentId, customerId, currency)
    .as("sums");
  const b = cashBalances;
  const rows = await db
    .select({
      environmentId: b.environmentId,
      customerId: b.customerId,
      balance: b.balance,
      total: sums.total,
    })
    .from(b)
    .leftJoin(
      sums,
      and(
        eq(sums.environmentId, b.environmentId),
        eq(sums.customerId, b.customerId),
        eq(sums.currency, b.currency),
      ),
    )
    .where(sql`${b.balance} <> coalesce(${sums.total}, 0) or ${b.balance} < 0`)
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "cash balance",
    environmentId: row.environmentId,
    subject: row.customerId,
    message: `is kept as ${row.balance}, its entries come to ${row.total ?? 0}`,
  }));
}

async function accountsThatDiffer(db: Db): Promise<Problem[]> {
  const b = cashBalances;
  const unspent = await db
    .select({ environmentId: b.environmentId, currency: b.currency, total: sum(b.balance).mapWith(Number) })
    .from(b)
    .groupBy(b.environmentId, b.currency);
  const i = paymentIntents;
  const taken = await db
    .select({
      environmentId: i.environmentId,
      currency: i.currency,
      total: sum(i.cashApplied).mapWith(Number),
    })
    .from(i)
    .where(and(eq(i.status, "requires_action"), sql`${i.cashApplied} <> 0`))
    .groupBy(i.environmentId, i.currency);
  const kept = await db.select().from(ledgerBalances);
  return [
    ...differing(ledgerAccounts.cash, unspent, kept),
    ...differing(ledgerAccounts.funding, taken, kept),
  ].slice(0, problemsPerCheck);
}

function differing(
  account: string,
  totals: { environmentId: number; currency: string; total: number }[],
  kept: (typeof ledgerBalances.$inferSelect)[],
): Problem[] {
  const left = new Map(totals.map((row) => [`${row.environmentId} ${row.currency}`, row.total]));
  return kept
    .filter((row) => row.account === account)
    .flatMap(({ environmentId, currency, balance }) => {
      const total = left.get(`${environmentId} ${currency}`) ?? 0;
      if (total === balance) return [];
      const message = `holds ${balance}, customers and payments have ${total} there`;
      return [{ check: "cash balance", environmentId, subject: `${account} ${currency}`, message }];
    });
}
