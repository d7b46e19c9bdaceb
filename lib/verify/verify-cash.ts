import { and, count, eq, inArray, isNotNull, isNull, min, ne, or, sql, sum } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import {
  cashBalances,
  cashReturns,
  cashTransactions,
  customers,
  ledgerBalances,
  paymentIntents,
} from "#db/schema/index";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/**
 * What customers sent ahead: each balance against its entries, all of them and what payments took against the ledger,
 * each return against the entries it left by and came back by.
 */
export async function verifyCash(db: Db): Promise<Findings> {
  const problems = [
    ...(await balancesThatDiffer(db)),
    ...(await accountsThatDiffer(db)),
    ...(await returnsThatDiffer(db)),
    ...(await returnsNotBack(db)),
    ...(await movementsOfNoReturn(db)),
  ];
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

/** Each return left the balance once, as what it is. */
async function returnsThatDiffer(db: Db): Promise<Problem[]> {
  const { refundId, type, netAmount, currency, customerId } = cashTransactions;
  const left = db
    .select({
      environmentId: cashTransactions.environmentId,
      refundId,
      times: count().as("times"),
      net: sum(netAmount).mapWith(Number).as("net"),
      currency: min(currency).as("left_currency"),
      customerId: min(customerId).as("left_customer"),
    })
    .from(cashTransactions)
    .where(and(eq(type, "return_initiated"), isNotNull(refundId)))
    .groupBy(cashTransactions.environmentId, refundId)
    .as("gone");
  const r = cashReturns;
  const rows = await db
    .select({ environmentId: r.environmentId, id: r.id, amount: r.amount, times: left.times, net: left.net })
    .from(r)
    .leftJoin(left, and(eq(left.environmentId, r.environmentId), eq(left.refundId, r.id)))
    .where(
      or(
        isNull(left.times),
        ne(left.times, 1),
        sql`${left.net} <> -${r.amount}`,
        ne(left.currency, r.currency),
        ne(left.customerId, r.customerId),
      ),
    )
    .limit(problemsPerCheck);
  return rows.map(({ environmentId, id: subject, amount, times, net }) => {
    const message = `sends back ${amount}, ${times ?? 0} entries took ${-(net ?? 0)}, or another customer's or currency`;
    return { check: "cash return", environmentId, subject, message };
  });
}

/**
 * What a return did not bring to the customer is in a balance again, once, unless who would have it went with their
 * test clock: nobody else goes while money is on its way back to them.
 */
async function returnsNotBack(db: Db): Promise<Problem[]> {
  const { refundId, type, netAmount, currency } = cashTransactions;
  const back = db
    .select({
      environmentId: cashTransactions.environmentId,
      refundId,
      times: count().as("times_back"),
      net: sum(netAmount).mapWith(Number).as("net_back"),
      currency: min(currency).as("back_currency"),
    })
    .from(cashTransactions)
    .where(eq(type, "return_canceled"))
    .groupBy(cashTransactions.environmentId, refundId)
    .as("back");
  const { environmentId, id, deletedAt, testClockId } = customers;
  const holder = db.select({ environmentId, id, deletedAt, testClockId }).from(customers).as("holder");
  const r = cashReturns;
  const cameBack = sql`${back.times} = 1 and ${back.net} = ${r.amount} and ${back.currency} = ${r.currency}`;
  const rows = await db
    .select({ environmentId: r.environmentId, id: r.id, status: r.status, times: back.times })
    .from(r)
    .leftJoin(back, and(eq(back.environmentId, r.environmentId), eq(back.refundId, r.id)))
    .innerJoin(customers, and(eq(customers.environmentId, r.environmentId), eq(customers.id, r.customerId)))
    .innerJoin(
      holder,
      and(
        eq(holder.environmentId, r.environmentId),
        eq(holder.id, sql`coalesce(${customers.mergedIntoId}, ${customers.id})`),
      ),
    )
    .where(
      or(
        and(inArray(r.status, ["pending", "requires_action", "succeeded"]), isNotNull(back.times)),
        and(
          inArray(r.status, ["failed", "canceled"]),
          or(isNull(back.times), sql`not (${cameBack})`),
          or(isNotNull(back.times), isNull(holder.deletedAt), isNull(holder.testClockId)),
        ),
      ),
    )
    .limit(problemsPerCheck);
  return rows.map(({ environmentId, id: subject, status, times }) => {
    const message = `is ${status}, and came back to a balance ${times ?? 0} times, or as another amount`;
    return { check: "cash return", environmentId, subject, message };
  });
}

/** What left a balance went back as a return, unless its customer went with their test clock. */
async function movementsOfNoReturn(db: Db): Promise<Problem[]> {
  const t = cashTransactions;
  const rows = await db
    .select({ environmentId: t.environmentId, id: t.id, refundId: t.refundId, customerId: t.customerId })
    .from(t)
    .innerJoin(customers, and(eq(customers.environmentId, t.environmentId), eq(customers.id, t.customerId)))
    .leftJoin(
      cashReturns,
      and(eq(cashReturns.environmentId, t.environmentId), eq(cashReturns.id, t.refundId)),
    )
    .where(
      and(
        inArray(t.type, ["return_initiated", "return_canceled"]),
        isNull(cashReturns.id),
        or(isNotNull(t.refundId), isNull(customers.deletedAt)),
      ),
    )
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "cash return",
    environmentId: row.environmentId,
    subject: row.id,
    message: `left the balance of ${row.customerId}, ${row.refundId ?? "no refund"} sends it back`,
  }));
}
