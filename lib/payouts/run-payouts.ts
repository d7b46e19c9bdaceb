import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { nextPayoutAt } from "#lib/balance-settings/next-payout";
import { type BalanceSettings, settingsOf } from "#lib/balance-settings/settings";
import { addBusinessDays } from "#lib/business-days";
import { isCurrency, payable } from "#lib/currencies";
import { record } from "#lib/events/record";
import { defaultFor } from "#lib/external-accounts/queries";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { allBalances } from "#lib/ledger/balances";
import { insertPayout } from "./insert-payout.ts";
import { assignTransactions, keepMinimum, unpaidTotal } from "./reconcile.ts";
import { toPayout } from "./wire.ts";

/** Makes the automatic payouts of a day, one a currency; nothing if the schedule was changed in the meantime. */
export async function runPayouts(viewer: Viewer, { at }: { at: number }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const settings = await settingsOf(tx, viewer.environment);
    if (!settings.payoutsEnabled || nextPayoutAt(settings, at - 1) !== at) return;
    for (const { account, currency, balance } of await allBalances(tx)) {
      if (account === ledgerAccounts.available && balance !== 0) await payOutCurrency(tx, currency, settings);
    }
  });
}

/** Pays out what is ready of a currency; a balance below zero, with nothing on its way to cover it, is debited. */
async function payOutCurrency(tx: Tx, currency: string, settings: BalanceSettings): Promise<void> {
  const destination = await defaultFor(tx, currency);
  if (!destination || destination.status === "errored") return;
  const { ready, waiting } = await unpaidTotal(tx, currency);
  const isDebit = ready < 0;
  if (isDebit && (!settings.debitNegativeBalances || waiting !== 0 || destination.type === "card")) return;
  const { amount, kept } = isDebit ? { amount: ready, kept: 0 } : split(ready, currency, settings);
  if (amount === 0) return;
  const payout = await insertPayout(tx, {
    amount,
    currency,
    destination,
    method: "standard",
    submitAt: tx.now,
    arrivalDate: addBusinessDays(tx.now, 1),
    automatic: true,
    statementDescriptor: settings.statementDescriptor,
  });
  await assignTransactions(tx, payout, ready);
  await keepMinimum(tx, payout, kept);
  await record(tx, "payout.reconciliation_completed", toPayout(payout, tx.viewer.environment));
}

/** What of the money that is ready is paid out, and what stays: the minimum, and what is no whole step of the currency. */
function split(ready: number, currency: string, { minimumBalances }: BalanceSettings) {
  const spare = Math.max(0, ready - (minimumBalances[currency] ?? 0));
  const amount = isCurrency(currency) ? payable(spare, currency) : spare;
  return { amount, kept: ready - amount };
}
