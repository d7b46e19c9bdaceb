import type Stripe from "stripe";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { ViewedEnvironment, Viewer } from "#lib/auth/viewer";
import { inCurrency } from "#lib/external-accounts/queries";
import { instantHoldings, instantNet, isInstantCurrency } from "#lib/payouts/instant";
import { ledgerAccounts } from "./accounts.ts";
import { allBalances } from "./balances.ts";

/** What the merchant has, per currency: available, pending, and what can be paid out at once; minor units. */
export async function getBalance(viewer: Viewer): Promise<Stripe.Balance> {
  authorize(viewer, "balance:read");
  return balanceNow(await reader(viewer), viewer.environment);
}

/** As `getBalance`, for commands that say what became of it. */
export async function balanceNow(handle: Handle, environment: ViewedEnvironment): Promise<Stripe.Balance> {
  const balances = await allBalances(handle);
  const own = environment.currency;
  const currencies = [...new Set([own, ...balances.filter(isMerchants).map((row) => row.currency)])].sort();
  const held = (account: string, currency: string) =>
    balances.find((row) => row.account === account && row.currency === currency)?.balance ?? 0;
  const of = (account: string) =>
    currencies.map((currency) => {
      const amount = held(account, currency);
      return { amount, currency, source_types: { card: amount } };
    });
  const instant: Stripe.Balance.InstantAvailable[] = [];
  for (const currency of currencies.filter(isInstantCurrency)) {
    const available = held(ledgerAccounts.available, currency);
    const amount = instantHoldings({ available, pending: held(ledgerAccounts.pending, currency) });
    instant.push(await instantOf(handle, environment, currency, amount));
  }
  return {
    object: "balance",
    available: of(ledgerAccounts.available),
    instant_available: instant,
    livemode: environment.kind === "live",
    pending: of(ledgerAccounts.pending),
    refund_and_dispute_prefunding: { available: none(currencies), pending: none(currencies) },
  };
}

/** What of a sum would arrive at each destination that is reached within minutes. */
async function instantOf(
  handle: Handle,
  environment: ViewedEnvironment,
  currency: string,
  amount: number,
): Promise<Stripe.Balance.InstantAvailable> {
  const reached = (await inCurrency(handle, currency)).filter((account) => account.instant);
  const net = instantNet(environment, amount, currency);
  return {
    amount,
    currency,
    net_available: reached.map(({ id }) => ({ amount: net, destination: id, source_types: { card: net } })),
    source_types: { card: amount },
  };
}

function isMerchants({ account }: { account: string }): boolean {
  return account === ledgerAccounts.available || account === ledgerAccounts.pending;
}

function none(currencies: string[]) {
  return currencies.map((currency) => ({ amount: 0, currency, source_types: { card: 0 } }));
}
