import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { processor } from "#lib/processors/index";
import { insertPaymentMethod } from "./insert-payment-method.ts";
import type { PaymentMethodRow } from "./wire.ts";

/**
 * The payment method of this id. A well-known id such as `pm_card_visa` makes a new one, as does a card token,
 * which is used up. Throws a 404 that names `param`.
 */
export async function resolvePaymentMethod(
  tx: Tx,
  id: string,
  param = "payment_method",
): Promise<PaymentMethodRow> {
  const row = await find(tx, paymentMethods, id);
  if (row) return row;
  const instrument = processor().wellKnown(id);
  if (instrument) return insertPaymentMethod(tx, { type: instrument.type, source: { instrument } });
  if (id.startsWith("tok_")) return insertPaymentMethod(tx, { type: "card", source: { tokenId: id } });
  throw notFound("PaymentMethod", id, param);
}
