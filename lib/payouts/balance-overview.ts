import { and, asc, eq, sql } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { nextPayoutAt } from "#lib/balance-settings/next-payout";
import { type BalanceSettings, settingsOf } from "#lib/balance-settings/settings";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { allBalances } from "#lib/ledger/balances";

/** What the merchant has of one currency; minor units. */
export interface CurrencyBalance {
  currency: string;
  available: number;
  pending: number;
  inTransit: number;
  /** When what is pending becomes available, earliest first; together it is what is pending. */
  calendar: { at: number; amount: number }[];
}

/** What customers' banks hold of one currency while disputes are open: the merchant's again where they are won. */
export interface Reserved {
  currency: string;
  /** Minor units. */
  amount: number;
}

export interface BalanceOverview {
  /** The account's own currency first. */
  currencies: CurrencyBalance[];
  /** In the currency that was paid, which may be none of these. */
  reserved: Reserved[];
  settings: BalanceSettings;
  /** Milliseconds; null where payouts are made by hand only. */
  nextPayoutAt: number | null;
}

/** The balance as the business looks at it. Needs balance:read. */
export async function balanceOverview(viewer: Viewer): Promise<BalanceOverview> {
  authorize(viewer, "balance:read");
  const handle = await reader(viewer);
  const settings = await settingsOf(handle, viewer.environment);
  const next = settings.payoutsEnabled ? nextPayoutAt(settings, viewer.now()) : null;
  const balances = await allBalances(handle);
  return {
    currencies: await currenciesOf(handle, viewer.environment.currency, balances),
    reserved: reservedOf(balances),
    settings,
    nextPayoutAt: next,
  };
}

const shown = [ledgerAccounts.available, ledgerAccounts.pending, ledgerAccounts.inTransit] as string[];

type Balances = Awaited<ReturnType<typeof allBalances>>;

async function currenciesOf(handle: Handle, own: string, all: Balances): Promise<CurrencyBalance[]> {
  const balances = all.filter(({ account }) => shown.includes(account));
  const others = balances.map(({ currency }) => currency).filter((currency) => currency !== own);
  const held = (account: string, currency: string) =>
    balances.find((row) => row.account === account && row.currency === currency)?.balance ?? 0;
  const currencies: CurrencyBalance[] = [];
  for (const currency of [own, ...new Set(others.sort())]) {
    const pending = held(ledgerAccounts.pending, currency);
    currencies.push({
      currency,
      available: held(ledgerAccounts.available, currency),
      pending,
      inTransit: held(ledgerAccounts.inTransit, currency),
      calendar: await calendarOf(handle, currency, pending),
    });
  }
  return currencies;
}

function reservedOf(balances: Balances): Reserved[] {
  return balances
    .filter(({ account, balance }) => account === ledgerAccounts.disputing && balance !== 0)
    .map(({ currency, balance }) => ({ currency, amount: balance }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
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
