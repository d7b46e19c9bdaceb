import { countedPayments } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { countInBulk } from "#lib/customers/figures/count-in-bulk";
import type { Harvest } from "./harvest.ts";
import { insertRows } from "./insert-rows.ts";

/** Has the payments counted for their customers and guests. Nobody disputes a made-up payment. */
export async function countPayers(tx: Tx, { paymentIntents, charges, refunds }: Harvest): Promise<void> {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  const refunded = new Map<string, number>();
  for (const { paymentIntentId: id, status } of refunds) {
    if (status !== "failed" && status !== "canceled") refunded.set(id, (refunded.get(id) ?? 0) + 1);
  }
  const paid = paymentIntents.flatMap((payment) => {
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
  await insertRows(tx, countedPayments, await countInBulk(tx, paid));
}
