import { change, update } from "#db/rows";
import { charges, paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { tallyCharge } from "#lib/figures/tally";
import { finish } from "#lib/operations/finish";
import { claimed } from "#lib/operations/claimed";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { SimpleAnswer } from "#lib/processors/processor";
import { closeReview } from "#lib/reviews/close-review";
import { reconcileLater } from "#lib/cash/reconcile-later";
import { unapplyCash } from "./apply-cash.ts";
import { capturePayment } from "./capture-payment.ts";
import { assertAllowed, findPayment, heldCharge, latestCharge } from "./find-payment.ts";
import { statusWord } from "./status-word.ts";
import { type PaymentIntentRow, toCharge, toPaymentIntent } from "./wire.ts";

export const cancellationReasons = ["duplicate", "fraudulent", "requested_by_customer", "abandoned"] as const;
/** `automatic`: nobody canceled it, the authorisation lapsed. */
export type CancellationReason = (typeof cancellationReasons)[number] | "automatic";

/**
 * Ends a payment that is not collected yet; what is held for it goes back. One that was captured in part succeeds
 * with that part.
 */
export async function cancelPayment(
  viewer: Viewer,
  input: { paymentId: string; reason: CancellationReason | null; note?: string | null },
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  const step = await transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, input.paymentId);
    assertAllowed("cancel", payment);
    const why = {
      cancellationReason: input.reason,
      cancellationNote: input.note ?? null,
      canceledBy: viewer.actor,
    };
    if (payment.status !== "requires_capture") {
      return {
        canceled: await claimed(tx, async () => {
          if (payment.status === "processing") await stopDebit(tx, payment);
          const freed = await unapplyCash(tx, payment);
          await reconcileLater(tx, payment, payment.cashApplied);
          return close(tx, { ...freed, ...why });
        }),
      };
    }
    const charge = await heldCharge(tx, payment);
    if (charge.amountCaptured > 0) return {};
    return { started: await startCancellation(tx, cancellation, payment, { chargeId: charge.id, ...why }) };
  });
  if (step.canceled) return step.canceled;
  if (step.started) return finish(viewer, step.started, cancellation);
  return capturePayment(viewer, { paymentId: input.paymentId, amount: 0 });
}

/** Begins to let go what a payment holds, by an operation that `cancellation` finishes, or one made of it. */
export async function startCancellation(
  tx: Tx,
  kind: { name: string },
  payment: PaymentIntentRow,
  request: { chargeId: string; cancellationReason: CancellationReason | null } & Record<string, unknown>,
): Promise<Operation> {
  const started = await startOperation(tx, kind, payment.id, request);
  await update(tx, paymentIntents, payment.id, { activeOperationId: started.id });
  return started;
}

/** What is held for a payment goes back, and the payment ends. */
export const cancellation = operationKind<SimpleAnswer, PaymentIntentRow>({
  name: "payment.cancel",
  ask: (viewer, { id: operationId, createdAt: now, request }) =>
    processor().cancel({
      operationId,
      environmentId: viewer.environmentId,
      chargeId: String(request.chargeId),
      now,
    }),
  settle,
  recall: (tx, operation) => findPayment(tx, operation.subjectId),
});

async function settle(
  tx: Tx,
  operation: Operation,
  answer: SimpleAnswer,
): Promise<Settlement<PaymentIntentRow>> {
  const payment = await findPayment(tx, operation.subjectId);
  if (answer.result === "failed") {
    await update(tx, paymentIntents, payment.id, { activeOperationId: null });
    return { refusal: invalid(answer.message, { code: answer.code }) };
  }
  const held = await heldCharge(tx, payment);
  const why = operation.request as Pick<
    PaymentIntentRow,
    "cancellationReason" | "cancellationNote" | "canceledBy"
  >;
  const charge = await change(tx, charges, held, {
    canceledAt: tx.now,
    captureBefore: null,
    refunded: true,
    amountRefunded: held.amount,
  });
  await tallyCharge(tx, charge, held);
  const type = why.cancellationReason === "automatic" ? "charge.expired" : "charge.refunded";
  await record(tx, type, toCharge(charge, tx.viewer.environment), { paymentIntentId: payment.id });
  await closeReview(tx, charge, "canceled");
  return { result: await close(tx, { ...payment, ...why }) };
}

/** A bank debit that has not settled is stopped: it fails, and settling it later does nothing. */
async function stopDebit(tx: Tx, payment: PaymentIntentRow): Promise<void> {
  const pending = await heldCharge(tx, payment);
  const charge = await change(tx, charges, pending, { status: "failed", canceledAt: tx.now });
  await record(tx, "charge.failed", toCharge(charge, tx.viewer.environment), { paymentIntentId: payment.id });
}

async function close(tx: Tx, payment: PaymentIntentRow): Promise<PaymentIntentRow> {
  const { cancellationReason, cancellationNote, canceledBy } = payment;
  const moved = {
    status: "canceled" as const,
    canceledAt: tx.now,
    amountCapturable: 0,
    nextAction: null,
    activeOperationId: null,
    ...{ cancellationReason, cancellationNote, canceledBy },
  };
  const charge = await latestCharge(tx, payment);
  const after = await change(tx, paymentIntents, payment, {
    ...moved,
    paymentStatus: statusWord({ ...payment, ...moved }, charge),
  });
  if (!payment.standalone) {
    const wire = toPaymentIntent(after, tx.viewer.environment);
    await record(tx, "payment_intent.canceled", wire, { paymentIntentId: payment.id });
  }
  const { amount, currency, status } = payment;
  await audit(tx, "payment.canceled", {
    subject: payment.id,
    before: { amount, currency, status },
    after: { status: after.status, reason: cancellationReason },
  });
  return after;
}
