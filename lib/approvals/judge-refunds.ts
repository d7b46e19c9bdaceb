import { and, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { ExceededLimit } from "#db/schema/approvals";
import { charges, refunds } from "#db/schema/index";
import { dayAt, startOfDay } from "#lib/calendar";
import { day } from "#lib/clock";
import type { Tx } from "#lib/auth/viewer";
import { convert } from "#lib/ledger/exchange-rates";
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
  const byCustomer = Map.groupBy(intended, ({ charge }) => charge.customerId ?? charge.id);
  const sums = await Promise.all(
    [...byCustomer.values()].map(async (theirs) => {
      const estimates = theirs.map((refund) => estimateOf(tx, refund));
      return sum(estimates) + (await refundedTo(tx, theirs[0]?.charge));
    }),
  );
  return Math.max(...sums);
}

async function refundedTo(tx: Tx, charge: ChargeRow | undefined): Promise<number> {
  if (!charge) return 0;
  return inOwnCurrency(tx, await ownRefunds(tx, tx.now - customerPeriod, charge));
}

type Sum = Pick<typeof refunds.$inferSelect, "amount" | "currency">;

/** The viewer's refunds since a moment (milliseconds) that count; of a charge's customer, or of the charge alone. */
function ownRefunds(tx: Tx, since: number, charge: ChargeRow | null): Promise<Sum[]> {
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
  if (charge === null) return chosen.where(counted).groupBy(refunds.currency);
  if (charge.customerId === null) {
    return chosen.where(and(counted, eq(refunds.chargeId, charge.id))).groupBy(refunds.currency);
  }
  return chosen
    .innerJoin(
      charges,
      and(eq(charges.environmentId, refunds.environmentId), eq(charges.id, refunds.chargeId)),
    )
    .where(and(counted, eq(charges.customerId, charge.customerId)))
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
