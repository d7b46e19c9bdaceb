import { and, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { ExceededLimit } from "#db/schema/approvals";
import { charges, paymentIntents, refunds } from "#db/schema/index";
import { dayAt, startOfDay } from "#lib/calendar";
import { day } from "#lib/clock";
import type { Tx } from "#lib/auth/viewer";
import { convert } from "#lib/ledger/exchange-rates";
import { findPayment } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { limitsOf } from "./limits.ts";

/** A refund that somebody is about to make; minor units of the charge's currency. */
export interface IntendedRefund {
  charge: ChargeRow;
  amount: number;
}

/** For how long what was refunded to a customer counts against the limit per customer, milliseconds. */
export const customerPeriod = 30 * day;

/**
 * Whether the viewer may make these refunds: no limit they go beyond means yes, any means that somebody else has to
 * approve. What others approved counts against nobody's limits.
 */
export async function judgeRefunds(tx: Tx, intended: readonly IntendedRefund[]): Promise<ExceededLimit[]> {
  const { perRefund, perDay, perCustomer } = await limitsOf(tx.viewer);
  const exceeded: ExceededLimit[] = [];
  const judge = (limit: ExceededLimit["limit"], allowed: number, reached: number) => {
    if (reached > allowed) exceeded.push({ limit, allowed, reached });
  };
  const estimates = intended.map((refund) => estimateOf(tx, refund));
  if (perRefund !== null) judge("per_refund", perRefund, Math.max(...estimates));
  if (perDay !== null) judge("per_day", perDay, sum(estimates) + (await refundedToday(tx)));
  if (perCustomer !== null) judge("per_customer", perCustomer, await mostOfOneCustomer(tx, intended));
  return exceeded;
}

/** An intended refund in the account's currency: an estimate where it is in another. */
export function estimateOf({ viewer }: Tx, { charge, amount }: IntendedRefund): number {
  return convert(amount, charge.currency, viewer.environment.currency).amount;
}

/** What the viewer refunded since midnight on the account's clocks, in its currency. */
async function refundedToday(tx: Tx): Promise<number> {
  const { timeZone } = tx.viewer.environment;
  const midnight = startOfDay(dayAt(tx.now, timeZone), timeZone);
  return inOwnCurrency(tx, await ownRefunds(tx, midnight, null));
}

/** The largest sum that any of the customers would have got from the viewer; guests are told by their card. */
async function mostOfOneCustomer(tx: Tx, intended: readonly IntendedRefund[]): Promise<number> {
  const told = await Promise.all(
    intended.map(async (refund) => ({ refund, payer: await payerOf(tx, refund.charge) })),
  );
  const sums = await Promise.all(
    [...Map.groupBy(told, ({ payer }) => payer.key).values()].map(async (theirs) => {
      const estimates = theirs.map(({ refund }) => estimateOf(tx, refund));
      return sum(estimates) + (await refundedTo(tx, theirs[0]?.payer));
    }),
  );
  return Math.max(...sums);
}

/** Who paid, and which charges they paid. */
interface Payer {
  key: string;
  paid: SQL | undefined;
}

async function payerOf(tx: Tx, { id, customerId, paymentIntentId }: ChargeRow): Promise<Payer> {
  if (customerId !== null) return { key: customerId, paid: eq(charges.customerId, customerId) };
  const { fingerprint } = await findPayment(tx, paymentIntentId);
  if (fingerprint === null) return { key: id, paid: eq(charges.id, id) };
  return {
    key: fingerprint,
    paid: and(isNull(charges.customerId), eq(paymentIntents.fingerprint, fingerprint)),
  };
}

async function refundedTo(tx: Tx, payer: Payer | undefined): Promise<number> {
  if (!payer) return 0;
  return inOwnCurrency(tx, await ownRefunds(tx, tx.now - customerPeriod, payer));
}

type Sum = Pick<typeof refunds.$inferSelect, "amount" | "currency">;

/** The viewer's refunds since a moment (milliseconds) that count: all, or those of what somebody paid. */
function ownRefunds(tx: Tx, since: number, payer: Payer | null): Promise<Sum[]> {
  const { type, id } = tx.viewer.actor;
  const chosen = tx.db
    .select({ currency: refunds.currency, amount: sql`sum(${refunds.amount})`.mapWith(Number) })
    .from(refunds);
  const counted = and(
    eq(refunds.environmentId, tx.environmentId),
    gte(refunds.createdAt, since),
    inArray(refunds.status, ["pending", "requires_action", "succeeded"]),
    isNull(refunds.approvalId),
    sql`${refunds.createdBy} ->> 'type' = ${type}`,
    sql`${refunds.createdBy} ->> 'id' = ${id}`,
  );
  if (payer === null) return chosen.where(counted).groupBy(refunds.currency);
  return chosen
    .innerJoin(
      charges,
      and(eq(charges.environmentId, refunds.environmentId), eq(charges.id, refunds.chargeId)),
    )
    .innerJoin(
      paymentIntents,
      and(
        eq(paymentIntents.environmentId, refunds.environmentId),
        eq(paymentIntents.id, refunds.paymentIntentId),
      ),
    )
    .where(and(counted, payer.paid))
    .groupBy(refunds.currency);
}

function inOwnCurrency({ viewer }: Tx, sums: readonly Sum[]): number {
  return sum(
    sums.map(({ amount, currency }) => convert(amount, currency, viewer.environment.currency).amount),
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
