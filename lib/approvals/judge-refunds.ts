import { and, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { ExceededLimit } from "#db/schema/approvals";
import { charges, paymentIntents, refunds } from "#db/schema/index";
import { dayAt, startOfDay } from "#lib/calendar";
import { day } from "#lib/clock";
import type { Tx } from "#lib/auth/viewer";
import { convert } from "#lib/ledger/exchange-rates";
import { held } from "#lib/lists/walk";
import { findPayment } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { notReleases } from "#lib/refunds/release";
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
  if (perDay === null && perCustomer === null) return exceeded;
  const midnight = midnightOf(tx);
  const made = await ownRefunds(tx, perCustomer === null ? midnight : tx.now - customerPeriod);
  if (perDay !== null) {
    const today = made.filter(({ createdAt }) => createdAt >= midnight);
    judge("per_day", perDay, sum(estimates) + inOwnCurrency(tx, today));
  }
  if (perCustomer !== null) judge("per_customer", perCustomer, await mostOfOneCustomer(tx, intended, made));
  return exceeded;
}

/** An intended refund in the account's currency: an estimate where it is in another. */
export function estimateOf({ viewer }: Tx, { charge, amount }: IntendedRefund): number {
  return convert(amount, charge.currency, viewer.environment.currency).amount;
}

/** When the day began on the account's clocks, milliseconds. */
function midnightOf({ viewer, now }: Tx): number {
  const { timeZone } = viewer.environment;
  return startOfDay(dayAt(now, timeZone), timeZone);
}

/** The largest sum that any of the customers would have got from the viewer, with what they were refunded before. */
async function mostOfOneCustomer(
  tx: Tx,
  intended: readonly IntendedRefund[],
  made: readonly OwnRefund[],
): Promise<number> {
  const told = await Promise.all(
    intended.map(async (refund) => ({ refund, payer: payerOf(await paymentOf(tx, refund.charge)) })),
  );
  const before = Map.groupBy(made, payerOf);
  const sums = [...Map.groupBy(told, ({ payer }) => payer)].map(
    ([payer, theirs]) =>
      sum(theirs.map(({ refund }) => estimateOf(tx, refund))) + inOwnCurrency(tx, before.get(payer) ?? []),
  );
  return Math.max(...sums);
}

type Paid = Pick<OwnRefund, "chargeId" | "customerId" | "fingerprint">;

/** Whose a payment is: a guest's are told by their card. */
function payerOf({ chargeId, customerId, fingerprint }: Paid): string {
  return customerId ?? fingerprint ?? chargeId;
}

async function paymentOf(tx: Tx, { id: chargeId, customerId, paymentIntentId }: ChargeRow): Promise<Paid> {
  if (customerId !== null) return { chargeId, customerId, fingerprint: null };
  const { fingerprint } = await findPayment(tx, paymentIntentId);
  return { chargeId, customerId, fingerprint };
}

type OwnRefund = Awaited<ReturnType<typeof ownRefunds>>[number];

/** The viewer's refunds since a moment (milliseconds) that count, along the index of their creation. */
function ownRefunds({ db, environmentId, viewer }: Tx, since: number) {
  const { createdAt, chargeId, currency, amount, createdBy } = refunds;
  const { customerId } = charges;
  const { fingerprint } = paymentIntents;
  return db
    .select({ createdAt, chargeId, currency, amount, customerId, fingerprint })
    .from(refunds)
    .leftJoin(
      charges,
      and(eq(charges.environmentId, refunds.environmentId), eq(charges.id, refunds.chargeId)),
    )
    .leftJoin(
      paymentIntents,
      and(
        eq(paymentIntents.environmentId, refunds.environmentId),
        eq(paymentIntents.id, refunds.paymentIntentId),
      ),
    )
    .where(
      and(
        eq(refunds.environmentId, environmentId),
        gte(createdAt, since),
        inArray(held(refunds.status), ["pending", "requires_action", "succeeded"]),
        isNull(refunds.approvalId),
        notReleases(),
        sql`${createdBy} ->> 'type' = ${viewer.actor.type}`,
        sql`${createdBy} ->> 'id' = ${viewer.actor.id}`,
      ),
    );
}

function inOwnCurrency({ viewer }: Tx, some: readonly Pick<OwnRefund, "amount" | "currency">[]): number {
  const sums = [...Map.groupBy(some, ({ currency }) => currency)].map(([currency, those]) =>
    convert(sum(those.map(({ amount }) => amount)), currency, viewer.environment.currency),
  );
  return sum(sums.map(({ amount }) => amount));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
