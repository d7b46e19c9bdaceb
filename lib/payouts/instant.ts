import { and, eq, gte, notInArray } from "drizzle-orm";
import { payouts } from "#db/schema/index";
import type { FeeDetail } from "#db/schema/ledger";
import type { Handle } from "#db/transaction";
import type { ViewedEnvironment, Viewer } from "#lib/auth/viewer";
import { dayAt, startOfDay } from "#lib/calendar";
import { exponent, isCurrency } from "#lib/currencies";
import { invalid } from "#lib/errors";
import type { Holdings } from "#lib/ledger/posting";
import { multiplyRate } from "#lib/money";

/** Currencies that banks take within minutes. */
const currencies = ["aud", "cad", "dkk", "eur", "gbp", "hkd", "myr", "nok", "nzd", "sgd", "usd"];
/** Major units of the most that one of them may be. */
const mostMajor = 9_999;
/** The most of them in one day of the account. */
export const mostADay = 10;

/** What sending so much at once costs; `amount` in minor units. */
export function instantFee(
  environment: Pick<ViewedEnvironment, "country">,
  amount: number,
  currency: string,
): FeeDetail {
  return {
    amount: Math.max(1, multiplyRate(amount, instantRate(environment))),
    application: null,
    currency,
    description: "Instant payout fee",
    type: "stripe_fee",
  };
}

/** The share that an instant payout costs: an exact decimal. */
export function instantRate({ country }: Pick<ViewedEnvironment, "country">): string {
  return country === "AU" ? "0.015" : "0.01";
}

export function isInstantCurrency(currency: string): boolean {
  return currencies.includes(currency);
}

/** The most that one instant payout may be, minor units. */
export function instantMaximum(currency: string): number {
  return mostMajor * 10 ** (isCurrency(currency) ? exponent(currency) : 2);
}

/** What can be sent at once, its fee included: also what is still pending. Minor units. */
export function instantHoldings({ available, pending }: Pick<Holdings, "available" | "pending">): number {
  return Math.max(0, available + Math.max(0, pending));
}

/** How much of a sum is left to be sent once the fee is taken out of it. */
export function instantNet(
  environment: Pick<ViewedEnvironment, "country">,
  sum: number,
  currency: string,
): number {
  // A fee is rounded, by half a unit at most: the next one up may still do.
  let net = Math.floor(sum / (1 + Number(instantRate(environment)))) + 1;
  while (net > 0 && net + instantFee(environment, net, currency).amount > sum) net -= 1;
  return Math.max(0, Math.min(net, instantMaximum(currency)));
}

/** Throws unless one more instant payout of this amount may be made today. */
export async function assertWithinLimits(
  handle: Handle,
  viewer: Viewer,
  { amount, currency }: { amount: number; currency: string },
): Promise<void> {
  if (!isInstantCurrency(currency)) {
    throw invalid(`Instant payouts are not available in ${currency}.`, {
      code: "instant_payouts_currency_disabled",
      param: "currency",
    });
  }
  if (amount > instantMaximum(currency)) {
    throw invalid(`An instant payout may be at most ${instantMaximum(currency)} (${currency}).`, {
      code: "instant_payouts_limit_exceeded",
      param: "amount",
    });
  }
  if ((await instantPayoutsToday(handle, viewer)) >= mostADay) {
    throw invalid(`At most ${mostADay} instant payouts can be made a day.`, {
      code: "instant_payouts_limit_exceeded",
      param: "method",
    });
  }
}

/** How many were made since midnight where the account is. */
async function instantPayoutsToday(handle: Handle, viewer: Viewer): Promise<number> {
  const { timeZone } = viewer.environment;
  const midnight = startOfDay(dayAt(viewer.now(), timeZone), timeZone);
  return handle.db.$count(
    payouts,
    and(
      eq(payouts.environmentId, handle.environmentId),
      gte(payouts.createdAt, midnight),
      eq(payouts.method, "instant"),
      notInArray(payouts.status, ["failed", "canceled"]),
    ),
  );
}
