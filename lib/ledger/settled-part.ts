import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { balanceTransactions, type charges, disputes, refunds } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { entryOfRefund, entryOfWithdrawal } from "./entries-of.ts";
import type { Amount } from "./posting.ts";
import { settledShare } from "./shares.ts";
import type { BalanceTransactionRow } from "./transactions.ts";

type Charge = Pick<
  typeof charges.$inferSelect,
  "id" | "currency" | "amountCaptured" | "balanceTransactionId"
>;

/** What part of a booked charge (minor units of its currency) came to in the balance, and at which rate. */
export async function settledPart(
  handle: Handle,
  charge: Charge,
  amount: number,
): Promise<{ settled: Amount; exchangeRate: string | null; type: string }> {
  const { currency, exchangeRate, type } = await paidInto(handle, charge);
  const settled = currency === charge.currency ? amount : await settledAmount(handle, charge, amount);
  return { settled: { amount: settled, currency }, exchangeRate, type };
}

async function paidInto(handle: Handle, charge: Charge): Promise<BalanceTransactionRow> {
  const transaction =
    charge.balanceTransactionId === null
      ? undefined
      : await find(handle, balanceTransactions, charge.balanceTransactionId);
  if (!transaction) throw new Error(`Charge ${charge.id} was captured but never booked`);
  return transaction;
}

async function settledAmount(handle: Handle, charge: Charge, amount: number): Promise<number> {
  const [byRefunds, byDisputes] = [
    await takenByRefunds(handle, charge),
    await takenByDisputes(handle, charge),
  ];
  return settledShare({
    settled: await settledTotal(handle, charge),
    whole: charge.amountCaptured,
    amount,
    left: charge.amountCaptured - byRefunds.paid - byDisputes.paid,
    taken: byRefunds.settled + byDisputes.settled,
  });
}

/** What the charge brought in the settlement currency: its own entry less what was not captured. */
async function settledTotal(handle: Handle, charge: Charge): Promise<number> {
  const [row] = await handle.db
    .select({ total: sql<number>`sum(${balanceTransactions.amount})`.mapWith(Number) })
    .from(balanceTransactions)
    .where(
      and(
        eq(balanceTransactions.environmentId, handle.environmentId),
        eq(balanceTransactions.sourceId, charge.id),
      ),
    );
  return row?.total ?? 0;
}

interface Taken {
  /** In the charge's currency and in the settlement currency. */
  paid: number;
  settled: number;
}

/** What booked refunds took so far. */
async function takenByRefunds(handle: Handle, charge: Charge): Promise<Taken> {
  const [row] = await handle.db
    .select(takenBy(refunds.amount))
    .from(refunds)
    .innerJoin(balanceTransactions, entryOfRefund)
    .where(
      and(
        eq(refunds.environmentId, handle.environmentId),
        eq(refunds.chargeId, charge.id),
        inArray(refunds.status, ["pending", "requires_action", "succeeded"]),
      ),
    );
  return row ?? nothing;
}

/** What disputes took and did not give back. */
async function takenByDisputes(handle: Handle, charge: Charge): Promise<Taken> {
  const [row] = await handle.db
    .select(takenBy(disputes.amount))
    .from(disputes)
    .innerJoin(balanceTransactions, entryOfWithdrawal)
    .where(
      and(
        eq(disputes.environmentId, handle.environmentId),
        eq(disputes.chargeId, charge.id),
        isNull(disputes.reinstatementId),
      ),
    );
  return row ?? nothing;
}

const nothing: Taken = { paid: 0, settled: 0 };

function takenBy(amount: typeof refunds.amount | typeof disputes.amount) {
  return {
    paid: sql<number>`coalesce(sum(${amount}), 0)`.mapWith(Number),
    settled: sql<number>`coalesce(sum(-${balanceTransactions.amount}), 0)`.mapWith(Number),
  };
}
