import type { Tx } from "#lib/auth/viewer";
import {
  type CountedCharge,
  cellsOfCustomer,
  cellsOfPayment,
  cellsOfRefund,
  cellsOfTransaction,
} from "#lib/figures/cells";
import { figureSums } from "#lib/figures/rows";
import { writeFigures } from "#lib/figures/write-figures";
import type { Harvest } from "./harvest.ts";

/** Adds what the harvest brought to the figures, as each change would have. */
export async function countHarvest(tx: Tx, harvest: Harvest): Promise<void> {
  const { currency, timeZone } = tx.viewer.environment;
  const sums = figureSums(timeZone);
  const payments = Map.groupBy(harvest.charges, (charge) => charge.paymentIntentId).values();
  for (const attempts of payments) sums.add(cellsOfPayment(attempts.map(whole), currency));
  for (const refund of harvest.refunds) sums.add(cellsOfRefund(refund, currency));
  for (const customer of harvest.customers) sums.add(cellsOfCustomer(customer));
  for (const transaction of harvest.balanceTransactions) sums.add(cellsOfTransaction(transaction, currency));
  await writeFigures(tx, sums.rows());
}

function whole(charge: Harvest["charges"][number]): CountedCharge {
  const {
    capturedAt = null,
    canceledAt = null,
    outcome = null,
    failureCode = null,
    declineCode = null,
  } = charge;
  return { ...charge, capturedAt, canceledAt, outcome, failureCode, declineCode };
}
