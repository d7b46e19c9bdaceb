import type { Tx } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { record } from "#lib/events/record";
import { applyCash, stillToSend } from "#lib/payments/apply-cash";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { cashIn, cashOf } from "./balances.ts";
import { transferReference } from "./bank-details.ts";
import { waitingFor } from "./waiting.ts";
import { toCashBalance } from "./wire.ts";

interface Arrived {
  customerId: string;
  currency: string;
  /** What just came, minor units, and what its sender wrote beside it. */
  amount: number;
  reference: string | null;
}

/**
 * Pays what waits for a customer's transfers with what they sent ahead: first what the transfer names, then what it
 * fits exactly, then the oldest. Leaves all to the business where it wants that.
 */
export async function reconcile(tx: Tx, arrived: Arrived): Promise<void> {
  const { customerId, currency } = arrived;
  const customer = await findCustomer(tx, customerId);
  if (customer.reconciliationMode !== "manual") {
    for (const payment of inOrder(await waitingFor(tx, arrived), arrived)) {
      const part = Math.min(await cashIn(tx, customerId, currency), stillToSend(payment));
      if (part > 0) await applyCash(tx, payment, part);
    }
  }
  if ((await cashIn(tx, customerId, currency)) === 0) return;
  const balance = toCashBalance(customer, await cashOf(tx, customerId), tx.viewer.environment);
  await record(tx, "cash_balance.funds_available", balance);
}

function inOrder(waiting: PaymentIntentRow[], { amount, reference }: Arrived): PaymentIntentRow[] {
  const named = waiting.find(({ id }) => reference?.toUpperCase().includes(transferReference(id)));
  const meant = named ?? waiting.find((payment) => stillToSend(payment) === amount);
  return meant ? [meant, ...waiting.filter((payment) => payment !== meant)] : waiting;
}
