import type { ViewedEnvironment } from "#lib/auth/viewer";
import type { Paid } from "#lib/customers/figures/contribution";
import {
  type CountedCharge,
  cellsOfCustomer,
  cellsOfPayment,
  cellsOfRefund,
  cellsOfTransaction,
} from "#lib/figures/cells";
import { type FigureRow, figureSums } from "#lib/figures/rows";
import type { Harvest } from "./harvest.ts";

/** What the harvest adds to the figures, as each change would have. */
export function figuresOfHarvest(harvest: Harvest, { currency, timeZone }: ViewedEnvironment): FigureRow[] {
  const sums = figureSums(timeZone);
  const payments = Map.groupBy(harvest.charges, (charge) => charge.paymentIntentId).values();
  for (const attempts of payments) sums.add(cellsOfPayment(attempts.map(whole), currency));
  for (const refund of harvest.refunds) sums.add(cellsOfRefund(refund, currency));
  for (const customer of harvest.customers) sums.add(cellsOfCustomer(customer));
  for (const transaction of harvest.balanceTransactions) sums.add(cellsOfTransaction(transaction, currency));
  return sums.rows();
}

/** The payments that count for their customers and guests. Nobody disputes a made-up payment. */
export function paidOfHarvest({ paymentIntents, charges, refunds }: Harvest): Paid[] {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  const refunded = new Map<string, number>();
  for (const { paymentIntentId: id, status } of refunds) {
    if (status !== "failed" && status !== "canceled") refunded.set(id, (refunded.get(id) ?? 0) + 1);
  }
  return paymentIntents.flatMap((payment) => {
    const charge = byId.get(payment.latestChargeId ?? "");
    if (payment.amountReceived === 0 || !charge) return [];
    const { id, amountReceived, amountRefunded, currency } = payment;
    const { customerId = null, fingerprint = null, payerEmail = null, brand = null, last4 = null } = payment;
    const known = {
      id,
      amountReceived,
      amountRefunded,
      currency,
      customerId,
      fingerprint,
      payerEmail,
      brand,
      last4,
    };
    return [
      {
        payment: known,
        charge: { ...charge, capturedAt: charge.capturedAt ?? null },
        refunds: refunded.get(id) ?? 0,
        disputes: [],
      },
    ];
  });
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
