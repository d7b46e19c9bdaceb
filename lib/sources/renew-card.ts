import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { changeMethod } from "#lib/payment-methods/change-method";
import { planCard, renewalOf } from "#lib/payment-methods/plan-card";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";
import { toCustomerSource } from "./wire.ts";

/** Writes down until when a customer's card is valid now. One that was taken away or runs out otherwise by now is left. */
export async function renewCard(
  viewer: Viewer,
  { paymentMethodId, at }: { paymentMethodId: string; at: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await find(tx, paymentMethods, paymentMethodId);
    if (row?.instrument.type !== "card") return;
    const { instrument } = row;
    const renewal = renewalOf(row);
    if (renewal?.at !== at) return;
    const { expMonth, expYear } = renewal;
    const card = { ...instrument.card, expMonth, expYear };
    const renewed = await changeMethod(tx, row, { instrument: { ...instrument, card } });
    await tell(tx, row, renewed);
    await planCard(tx, renewed);
  });
}

/** Who keeps cards as sources hears of it as of any other change. */
async function tell(tx: Tx, row: PaymentMethodRow, renewed: PaymentMethodRow): Promise<void> {
  const { environment } = tx.viewer;
  if (row.sourceObject === null) {
    const before = toPaymentMethod(row, environment);
    return record(tx, "payment_method.automatically_updated", toPaymentMethod(renewed, environment), {
      before,
    });
  }
  const before = toCustomerSource(row, environment);
  return record(tx, "customer.source.updated", toCustomerSource(renewed, environment), { before });
}
