import { change } from "#db/rows";
import { paymentIntents } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { countPayment } from "#lib/customers/figures/count-payment";
import { record } from "#lib/events/record";
import { statusWord } from "./status-word.ts";
import { type ChargeRow, type PaymentIntentRow, toPaymentIntent } from "./wire.ts";

/** The payment in the state that an attempt left it in. `charge`: what the attempt made, if anything. */
export async function movePayment(
  tx: Tx,
  intent: PaymentIntentRow,
  charge: ChargeRow | null,
  patch: Partial<PaymentIntentRow>,
): Promise<PaymentIntentRow> {
  const moved = {
    nextAction: null,
    ...patch,
    activeOperationId: null,
    latestChargeId: charge?.id ?? intent.latestChargeId,
  };
  const after = await change(tx, paymentIntents, intent, {
    ...moved,
    paymentStatus: statusWord({ ...intent, ...moved }, charge),
  });
  await countPayment(tx, after);
  return after;
}

/** Tells of a payment intent what happened to it; of a charge made in one step there is none to tell of. */
export function recordIntent(tx: Tx, type: string, intent: PaymentIntentRow): Promise<void> | undefined {
  if (intent.standalone) return undefined;
  return record(tx, type, toPaymentIntent(intent, tx.viewer.environment), { paymentIntentId: intent.id });
}
