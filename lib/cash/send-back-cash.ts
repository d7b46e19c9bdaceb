import type { Tx } from "#lib/auth/viewer";
import { stopWaiting } from "#lib/payments/apply-cash";
import { cashOf, fundedInPart } from "./balances.ts";
import { moveCash } from "./move-cash.ts";

/** Sends back all that a customer sent ahead and no payment was made with, because they are going. */
export async function sendBackCash(tx: Tx, customerId: string): Promise<void> {
  for (const payment of await fundedInPart(tx, [customerId])) await stopWaiting(tx, payment);
  for (const [currency, amount] of Object.entries((await cashOf(tx, customerId)) ?? {})) {
    if (amount > 0) await moveCash(tx, { customerId, amount, currency, type: "return_initiated" });
  }
}
