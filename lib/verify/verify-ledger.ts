import { and, count, eq, isNotNull, lte, ne, or, sql, sum } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { balanceTransactions, ledgerBalances, postings } from "#db/schema/index";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

const { available, pending } = ledgerAccounts;

/** Balances against postings, balance transactions against both. */
export async function verifyLedger(db: Db): Promise<Findings> {
  const problems = [
    ...(await postingsThatMoveNothing(db)),
    ...(await balancesThatDiffer(db)),
    ...(await transactionsThatDoNotAddUp(db)),
    ...(await transactionsNotPosted(db)),
    ...(await totalsThatDiffer(db)),
  ];
  const checked = {
    postings: await counted(db, postings),
    balance_transactions: await counted(db, balanceTransactions),
    ledger_balances: await counted(db, ledgerBalances),
  };
  return { problems, checked };
}

async function postingsThatMoveNothing(db: Db): Promise<Problem[]> {
  const rows = await db
    .select({ environmentId: postings.environmentId, id: postings.id, amount: postings.amount })
    .from(postings)
    .where(or(lte(postings.amount, 0), eq(postings.from, postings.to)))
    .limit(problemsPerCheck);
  return rows.map(({ environmentId, id, amount }) => ({
    check: "posting",
    environmentId,
    subject: id,
    message: `moves ${amount}; a posting moves a positive amount between two accounts`,
  }));
}

/** What the ledger keeps ready is the sum of its postings. */
async function balancesThatDiffer(db: Db): Promise<Problem[]> {
  const sums = new Map<
    string,
    { environmentId: number; account: string; currency: string; kept: number; posted: number }
  >();
  const at = (environmentId: number, account: string, currency: string) => {
    const key = `${environmentId} ${account} ${currency}`;
    const known = sums.get(key) ?? { environmentId, account, currency, kept: 0, posted: 0 };
    sums.set(key, known);
    return known;
  };
  for (const row of await db.select().from(ledgerBalances)) {
    at(row.environmentId, row.account, row.currency).kept = row.balance;
  }
  for (const row of await postedBetween(db)) {
    at(row.environmentId, row.from, row.currency).posted -= row.total;
    at(row.environmentId, row.to, row.currency).posted += row.total;
  }
  return [...sums.values()]
    .filter(({ kept, posted }) => kept !== posted)
    .map(({ environmentId, account, currency, kept, posted }) => ({
      check: "ledger balance",
      environmentId,
      subject: `${account} ${currency}`,
      message: `is kept as ${kept}, its postings come to ${posted}`,
    }));
}

function postedBetween(db: Db) {
  const total = sum(postings.amount).mapWith(Number);
  return db
    .select({
      environmentId: postings.environmentId,
      from: postings.from,
      to: postings.to,
      currency: postings.currency,
      total,
    })
    .from(postings)
    .groupBy(postings.environmentId, postings.from, postings.to, postings.currency);
}

async function transactionsThatDoNotAddUp(db: Db): Promise<Problem[]> {
  const { environmentId, id, amount, fee, net } = balanceTransactions;
  const rows = await db
    .select({ environmentId, id, amount, fee, net })
    .from(balanceTransactions)
    .where(ne(amount, sql`${fee} + ${net}`))
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "balance transaction",
    environmentId: row.environmentId,
    subject: row.id,
    message: `amount ${row.amount} is not fee ${row.fee} and net ${row.net}`,
  }));
}

/** What a balance transaction says came in or went out is what its postings moved of the merchant's money. */
async function transactionsNotPosted(db: Db): Promise<Problem[]> {
  const moved = db
    .select({
      environmentId: postings.environmentId,
      id: postings.balanceTransactionId,
      amount: sql<number>`sum(${into()} - ${outOf()})`.mapWith(Number).as("moved"),
    })
    .from(postings)
    .where(isNotNull(postings.balanceTransactionId))
    .groupBy(postings.environmentId, postings.balanceTransactionId)
    .as("moved_by");
  const { environmentId, id, net } = balanceTransactions;
  const rows = await db
    .select({ environmentId, id, net, moved: moved.amount })
    .from(balanceTransactions)
    .leftJoin(moved, and(eq(moved.environmentId, environmentId), eq(moved.id, id)))
    .where(ne(net, sql`coalesce(${moved.amount}, 0)`))
    .limit(problemsPerCheck);
  return rows.map((row) => ({
    check: "balance transaction",
    environmentId: row.environmentId,
    subject: row.id,
    message: `net is ${row.net}, its postings moved ${row.moved ?? 0} of the merchant's money`,
  }));
}

function into() {
  return sql`case when ${postings.to} = '${sql.raw(available)}' or ${postings.to} = '${sql.raw(pending)}' then ${postings.amount} else 0 end`;
}

function outOf() {
  return sql`case when ${postings.from} = '${sql.raw(available)}' or ${postings.from} = '${sql.raw(pending)}' then ${postings.amount} else 0 end`;
}

/** All that came in, less all that went out, is on the merchant's accounts; no more is pending than is due. */
async function totalsThatDiffer(db: Db): Promise<Problem[]> {
  const { environmentId, currency, net, status } = balanceTransactions;
  const waiting = sql<number>`sum(case when ${status} = 'pending' then ${net} else 0 end)`.mapWith(Number);
  const totals = await db
    .select({ environmentId, currency, net: sum(net).mapWith(Number), waiting })
    .from(balanceTransactions)
    .groupBy(environmentId, currency);
  const held = await heldForMerchants(db);
  return totals.flatMap((total) => {
    const [ready, later] = [held(total, available), held(total, pending)];
    const problem = (message: string): Problem => ({
      check: "balance",
      environmentId: total.environmentId,
      subject: total.currency,
      message,
    });
    const problems: Problem[] = [];
    if (ready + later !== total.net) {
      problems.push(
        problem(`balance transactions come to ${total.net}, the merchant's accounts hold ${ready + later}`),
      );
    }
    if (later > total.waiting)
      problems.push(problem(`${later} is pending, but only ${total.waiting} comes due`));
    return problems;
  });
}

async function heldForMerchants(
  db: Db,
): Promise<(total: { environmentId: number; currency: string }, account: string) => number> {
  const rows = await db.select().from(ledgerBalances);
  const held = new Map(
    rows.map((row) => [`${row.environmentId} ${row.currency} ${row.account}`, row.balance]),
  );
  return ({ environmentId, currency }, account) => held.get(`${environmentId} ${currency} ${account}`) ?? 0;
}

async function counted(db: Db, table: typeof postings | typeof balanceTransactions | typeof ledgerBalances) {
  const [row] = await db.select({ count: count() }).from(table);
  return Number(row?.count ?? 0);
}
