import { change, insert } from "#db/rows";
import { charges, refunds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { tallyRefund } from "#lib/figures/tally";
import { newId } from "#lib/ids";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { claimed } from "#lib/operations/claimed";
import { findCharge, findPayment, latestCharge } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { assertRefundable, refundable } from "./refundable.ts";
import { sending, startSending } from "./send-refund.ts";
import { refreshPayment } from "./refresh-payment.ts";
import { setAside } from "./set-aside.ts";
import { type RefundRow, toRefund } from "./wire.ts";

export const refundReasons = ["duplicate", "fraudulent", "requested_by_customer"] as const;

export interface RefundInput {
  /** One of the two; of a payment its latest charge is refunded. */
  chargeId?: string;
  paymentId?: string;
  /** Minor units; what is left when not given. */
  amount?: number;
  reason?: (typeof refundReasons)[number] | null;
  /** For colleagues. */
  note?: string | null;
  metadata?: MetadataPatch;
}

/**
 * Returns part or all of a captured payment to where it came from. Where the balance is short the refund
 * waits, pending, until there is enough.
 */
export async function refundPayment(viewer: Viewer, input: RefundInput): Promise<RefundRow> {
  authorize(viewer, "refunds:write");
  const step = await transaction(viewer, async (tx) => {
    const charge = await chargeToRefund(tx, input);
    const amount = input.amount ?? refundable(charge);
    assertRefundable(charge, amount);
    const { refund, funded } = await reserve(tx, charge, amount, input);
    await audit(tx, "refund.created", {
      subject: refund.id,
      after: { payment: refund.paymentIntentId, amount, currency: refund.currency, reason: refund.reason },
    });
    if (!funded) return { waiting: await claimed(tx, () => announceWaiting(tx, refund)) };
    return { started: await startSending(tx, refund, charge) };
  });
  return step.started ? finish(viewer, step.started, sending) : step.waiting;
}

async function chargeToRefund(tx: Tx, input: RefundInput): Promise<ChargeRow> {
  if (input.chargeId !== undefined) return findCharge(tx, input.chargeId, "charge");
  if (input.paymentId === undefined) {
    throw invalid(
      "One of the following params should be provided for this request: payment_intent or charge.",
      {
        code: "parameter_missing",
      },
    );
  }
  const payment = await findPayment(tx, input.paymentId, "payment_intent");
  const charge = await latestCharge(tx, payment);
  if (!charge) {
    throw invalid(`This PaymentIntent (${payment.id}) does not have a successful charge to refund.`, {
      code: "payment_intent_unexpected_state",
      param: "payment_intent",
    });
  }
  return charge;
}

/** Notes the refund and takes its money aside, so that nobody refunds or pays out the same money twice. */
async function reserve(tx: Tx, charge: ChargeRow, amount: number, input: RefundInput) {
  const id = newId("re", tx.now);
  const held = await setAside(tx, { refundId: id, charge, amount });
  const refund = await insert(tx, refunds, {
    id,
    createdAt: tx.now,
    chargeId: charge.id,
    paymentIntentId: charge.paymentIntentId,
    standalone: charge.standalone,
    amount,
    currency: charge.currency,
    status: "pending",
    reason: input.reason ?? null,
    note: input.note ?? null,
    pendingReason: held ? null : "insufficient_funds",
    balanceTransactionId: held?.id ?? null,
    metadata: mergeMetadata({}, input.metadata),
    createdBy: tx.viewer.actor,
  });
  await tallyRefund(tx, refund);
  const amountRefunded = charge.amountRefunded + amount;
  const fraud = input.reason === "fraudulent" ? { fraudDetails: { user_report: "fraudulent" } } : {};
  const after = await change(tx, charges, charge, {
    amountRefunded,
    refunded: charge.captured && amountRefunded >= charge.amountCaptured,
    ...fraud,
  });
  await refreshPayment(tx, after);
  return { refund, funded: held !== null };
}

async function announceWaiting(tx: Tx, refund: RefundRow): Promise<RefundRow> {
  await record(tx, "refund.created", toRefund(refund), { paymentIntentId: refund.paymentIntentId });
  return refund;
}
