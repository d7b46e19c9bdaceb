import type Stripe from "stripe";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { ledgerAccounts } from "./accounts.ts";
import { allBalances } from "./balances.ts";

/** What the merchant has, per currency: available and pending, minor units. */
export async function getBalance(viewer: Viewer): Promise<Stripe.Balance> {
  authorize(viewer, "balance:read");
  const balances = await allBalances(await reader(viewer));
  const own = viewer.environment.currency;
  const currencies = [...new Set([own, ...balances.filter(isMerchants).map((row) => row.currency)])].sort();
  const of = (account: string) =>
    currencies.map((currency) => {
      const amount =
        balances.find((row) => row.account === account && row.currency === currency)?.balance ?? 0;
      return { amount, currency, source_types: { card: amount } };
    });
  return {
    object: "balance",
    available: of(ledgerAccounts.available),
    livemode: viewer.environment.kind === "live",
    pending: of(ledgerAccounts.pending),
    refund_and_dispute_prefunding: { available: none(currencies), pending: none(currencies) },
  };
}

function isMerchants({ account }: { account: string }): boolean {
  return account === ledgerAccounts.available || account === ledgerAccounts.pending;
}

function none(currencies: string[]) {
  return currencies.map((currency) => ({ amount: 0, currency, source_types: { card: 0 } }));
}
