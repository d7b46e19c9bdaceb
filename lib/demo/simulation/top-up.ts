import type { ViewedEnvironment } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { toppedUp } from "#lib/ledger/bank-posting";
import { bankTransaction } from "#lib/ledger/bank-transactions";
import type { Harvest } from "./harvest.ts";
import { add } from "./payout-week.ts";

/** Tops the balance up by a transfer that has arrived; `amount` in minor units of the account's currency. */
export function topUp(
  harvest: Harvest,
  environment: ViewedEnvironment,
  { at, amount }: { at: number; amount: number },
): { id: string; net: number; at: number } {
  const { currency } = environment;
  const id = newId("tu", at);
  const booked = bankTransaction("topup", { now: at, sourceId: id, amount, currency, description: "Top-up" });
  add(harvest, environment, booked, toppedUp({ amount, currency }));
  harvest.topups.push({
    environmentId: environment.id,
    id,
    createdAt: at,
    amount,
    currency,
    status: "succeeded",
    expectedAvailabilityDate: at,
    balanceTransactionId: booked.id,
    bankReference: `TOPUP ${id.slice(-8).toUpperCase()}`,
    metadata: {},
    createdBy: { type: "system", id: null, name: null },
  });
  return { id: booked.id, net: booked.net, at };
}
