import { type Handle, transaction } from "#db/transaction";
import { beyondLimits } from "#lib/approvals/beyond-limits";
import { type IntendedRefund, judgeRefunds } from "#lib/approvals/judge-refunds";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import type { MetadataPatch } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { findCharge, findPayment, latestCharge } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { assertTaken } from "./back-to-cash.ts";
import { assertReachable } from "./customer-address.ts";
import { assertRefundable, refundable } from "./refundable.ts";
import { sending } from "./send-refund.ts";
import { startRefund } from "./start-refund.ts";
import type { RefundRow } from "./wire.ts";

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
  /** What the customer is told by mail once it is sent. */
  customerMessage?: string | null;
  metadata?: MetadataPatch;
}

/**
 * Returns part or all of a captured payment to where it came from. Where the balance is short the refund
 * waits, pending, until there is enough. Beyond the viewer's limits it is refused.
 */
export async function refundPayment(viewer: Viewer, input: RefundInput): Promise<RefundRow> {
  authorize(viewer, "refunds:write");
  const step = await transaction(viewer, async (tx) => {
    const refund = await intendedRefund(tx, input);
    const exceeded = await judgeRefunds(tx, [refund]);
    if (exceeded.length > 0) throw beyondLimits(tx.viewer, exceeded);
    return startRefund(tx, { ...input, ...refund, by: tx.viewer.actor });
  });
  return "started" in step ? finish(viewer, step.started, sending) : step.waiting;
}

/** The charge and the amount that are meant; throws unless they may be refunded. */
export async function intendedRefund(tx: Tx, input: RefundInput): Promise<IntendedRefund> {
  const charge = await chargeToRefund(tx, input);
  const amount = input.amount ?? refundable(charge);
  assertRefundable(charge, amount, tx.now);
  await assertTaken(tx, charge);
  if (input.customerMessage) await assertReachable(tx, charge);
  return { charge, amount };
}

/** The charge that is meant; another tenant's is not found. */
export async function chargeToRefund(
  tx: Handle,
  input: Pick<RefundInput, "chargeId" | "paymentId">,
): Promise<ChargeRow> {
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
