import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { balanceTransactions, disputes } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { nextPayoutAt } from "#lib/balance-settings/next-payout";
import { type BalanceSettings, settingsOf } from "#lib/balance-settings/settings";
import { heldStatuses } from "#lib/disputes/status";
import { defaultFor } from "#lib/external-accounts/queries";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { allBalances } from "#lib/ledger/balances";
import { entryOfWithdrawal } from "#lib/ledger/entries-of";

/** What the merchant has of one currency; minor units. */
export interface CurrencyBalance {
  currency: string;
  available: number;
  pending: number;
  inTransit: number;
  /** What open disputes took, without their fees: back in the balance where they are won. */
  reserved: number;
  /** When what is pending becomes available, earliest first; together it is what is pending. */
  calendar: { at: number; amount: number }[];
}

export interface BalanceOverview {
  /** The account's own currency first. */
  currencies: CurrencyBalance[];
  settings: BalanceSettings;
  /** Milliseconds; null where payouts are made by hand only, or are stopped. */
  nextPayoutAt: number | null;
  /** The schedule has no bank account to send anything to: there is none, or a payout to it failed. */
  isStopped: boolean;
}

/** The balance as the business looks at it. Needs balance:read. */
export async function balanceOverview(viewer: Viewer): Promise<BalanceOverview> {
  authorize(viewer, "balance:read");
  const handle = await reader(viewer);
  const settings = await settingsOf(handle, viewer.environment);
  const currencies = await currenciesOf(handle, viewer.environment.currency);
  const next = settings.payoutsEnabled ? nextPayoutAt(settings, viewer.now()) : null;
  const isStopped = next !== null && !(await reachesBank(handle, currencies));
  return { currencies, settings, nextPayoutAt: isStopped ? null : next, isStopped };
}

/** Whether automatic payouts in any of the currencies have somewhere to go. */
async function reachesBank(handle: Handle, currencies: CurrencyBalance[]): Promise<boolean> {
  for (const { currency } of currencies) {
    const destination = await defaultFor(handle, currency);
    if (destination && destination.status !== "errored") return true;
  }
  return false;
}

const shown = [ledgerAccounts.available, ledgerAccounts.pending, ledgerAccounts.inTransit] as string[];

async function currenciesOf(handle: Handle, own: string): Promise<CurrencyBalance[]> {
  const balances = (await allBalances(handle)).filter(({ account }) => shown.includes(account));
  const others = balances.map(({ currency }) => currency).filter((currency) => currency !== own);
  const held = (account: string, currency: string) =>
    balances.find((row) => row.account === account && row.currency === currency)?.balance ?? 0;
  const reserved = await reservedOf(handle);
  const currencies: CurrencyBalance[] = [];
  for (const currency of [own, ...new Set(others.sort())]) {
    const pending = held(ledgerAccounts.pending, currency);
    currencies.push({
      currency,
      available: held(ledgerAccounts.available, currency),
      pending,
      inTransit: held(ledgerAccounts.inTransit, currency),
      reserved: reserved.get(currency) ?? 0,
      calendar: await calendarOf(handle, currency, pending),
    });
  }
  return currencies;
}

/** By the currency they were settled in, in which they also come back. */
async function reservedOf({ db, environmentId }: Handle): Promise<Map<string, number>> {
  const { currency, amount } = balanceTransactions;
  const taken = await db
    .select({ currency, amount: sql<number>`sum(-${amount})`.mapWith(Number) })
    .from(disputes)
    .innerJoin(balanceTransactions, entryOfWithdrawal)
    .where(and(eq(disputes.environmentId, environmentId), inArray(disputes.status, [...heldStatuses])))
    .groupBy(currency);
  return new Map(taken.map((row) => [row.currency, row.amount]));
}

/** What refunds took out of pending money is taken from the earliest release, as it will be. */
async function calendarOf(handle: Handle, currency: string, pending: number) {
  const { environmentId, status, availableOn, net } = balanceTransactions;
  const days = await handle.db
    .select({ at: availableOn, amount: sql<number>`sum(${net})`.mapWith(Number) })
    .from(balanceTransactions)
    .where(
      and(
        eq(environmentId, handle.environmentId),
        eq(status, "pending"),
        eq(balanceTransactions.currency, currency),
      ),
    )
    .groupBy(availableOn)
    .orderBy(asc(availableOn));
  let spent = days.reduce((sum, { amount }) => sum + amount, 0) - pending;
  return days.map(({ at, amount }) => {
    const taken = Math.min(spent, amount);
    spent -= taken;
    return { at, amount: amount - taken };
  });
}
