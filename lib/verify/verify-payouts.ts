import { and, count, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { balanceTransactions, ledgerBalances, payouts, topups } from "#db/schema/index";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/** Payouts and top-ups against the ledger, and automatic payouts against what they consist of. */
export async function verifyPayouts(db: Db): Promise<Findings> {
  const problems = [
    ...(await accountsThatDiffer(db)),
    ...(await payoutsThatDoNotReconcile(db)),
    ...(await payoutsBookedOtherwise(db)),
  ];
  const [row] = await db.select({ count: count() }).from(payouts);
  return { problems, checked: { payouts: Number(row?.count ?? 0) } };
}

interface Total {
  environmentId: number;
  account: string;
  currency: string;
  total: number;
}

/** What is on the way, and what the bank has, is what payouts and top-ups come to. */
async function accountsThatDiffer(db: Db): Promise<Problem[]> {
  const due = new Map<string, Total & { kept: number }>();
  const at = ({ environmentId, account, currency }: Omit<Total, "total">) => {
    const key = `${environmentId} ${account} ${currency}`;
    const known = due.get(key) ?? { environmentId, account, currency, total: 0, kept: 0 };
    due.set(key, known);
    return known;
  };
  for (const row of await movedByPayouts(db)) at(row).total += row.total;
  for (const row of await movedByTopups(db)) at(row).total -= row.total;
  for (const { balance, ...row } of await db.select().from(ledgerBalances)) {
    if (accounts.some((account) => account === row.account)) at(row).kept += balance;
  }
  return [...due.values()]
    .filter(({ total, kept }) => total !== kept)
    .map(({ environmentId, account, currency, total, kept }) => ({
      check: "payouts",
      environmentId,
      subject: `${account} ${currency}`,
      message: `holds ${kept}, payouts and top-ups come to ${total}`,
    }));
}

const { inTransit, bank, held } = ledgerAccounts;
const accounts = [inTransit, bank, held];

async function movedByPayouts(db: Db): Promise<Total[]> {
  const { environmentId, currency, amount, status } = payouts;
  const rows = await db
    .select({
      environmentId,
      currency,
      onTheWay: sum(amount, sql`${status} in ('pending', 'in_transit')`),
      arrived: sum(amount, sql`${status} = 'paid'`),
    })
    .from(payouts)
    .groupBy(environmentId, currency);
  return rows.flatMap(({ onTheWay, arrived, ...row }) => [
    { ...row, account: inTransit, total: onTheWay },
    { ...row, account: bank, total: arrived },
  ]);
}

async function movedByTopups(db: Db): Promise<Total[]> {
  const { environmentId, currency, amount, status } = topups;
  const rows = await db
    .select({ environmentId, currency, total: sum(amount, sql`${status} = 'succeeded'`) })
    .from(topups)
    .groupBy(environmentId, currency);
  return rows.map((row) => ({ ...row, account: bank }));
}

function sum(amount: typeof payouts.amount | typeof topups.amount, condition: ReturnType<typeof sql>) {
  return sql<number>`coalesce(sum(case when ${condition} then ${amount} else 0 end), 0)`.mapWith(Number);
}

/** What an automatic payout consists of comes to its amount: with its own transaction, to nothing. */
async function payoutsThatDoNotReconcile(db: Db): Promise<Problem[]> {
  const { environmentId, payoutId, net } = balanceTransactions;
  const total = sql<number>`sum(${net})`.mapWith(Number);
  const rows = await db
    .select({ environmentId, payoutId, total })
    .from(balanceTransactions)
    .where(isNotNull(payoutId))
    .groupBy(environmentId, payoutId)
    .having(ne(total, 0))
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "reconciliation",
    environmentId: row.environmentId,
    subject: row.payoutId ?? "",
    message: `differs by ${row.total} from the transactions it consists of`,
  }));
}

async function payoutsBookedOtherwise(db: Db): Promise<Problem[]> {
  const { environmentId, id, amount, status, balanceTransactionId, failureBalanceTransactionId } = payouts;
  const booked = balanceTransactions;
  const returned = or(eq(status, "failed"), eq(status, "canceled"));
  const rows = await db
    .select({ environmentId, id, amount, booked: booked.amount })
    .from(payouts)
    .leftJoin(booked, and(eq(booked.environmentId, environmentId), eq(booked.id, balanceTransactionId)))
    .where(
      or(
        sql`${booked.amount} is null`,
        ne(booked.amount, sql`-${amount}`),
        and(returned, sql`${failureBalanceTransactionId} is null`),
        and(ne(status, "failed"), ne(status, "canceled"), isNotNull(failureBalanceTransactionId)),
      ),
    )
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "payouts",
    environmentId: row.environmentId,
    subject: row.id,
    message: `pays out ${row.amount}, is booked as ${row.booked ?? "nothing"}, or came back without being booked`,
  }));
}
