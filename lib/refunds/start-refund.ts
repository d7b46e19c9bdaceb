import { change, insert } from "#db/rows";
import type { Actor } from "#db/schema/payments";
import { charges, refunds } from "#db/schema/index";
import { audit } from "#lib/audit/audit";
import type { Tx } from "#lib/auth/viewer";
import { blockFraud } from "#lib/value-lists/block-fraud";
import { record } from "#lib/events/record";
import { tallyRefund } from "#lib/figures/tally";
import { newId } from "#lib/ids";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import type { Operation } from "#lib/operations/operation";
import type { ChargeRow } from "#lib/payments/wire";
import { refreshPayment } from "./refresh-payment.ts";
import { startSending } from "./send-refund.ts";
import { setAside } from "./set-aside.ts";
import { type RefundRow, toRefund } from "./wire.ts";

export interface NewRefund {
  charge: ChargeRow;
  /** Minor units of the charge's currency. */
  amount: number;
  reason?: RefundRow["reason"];
  /** For colleagues. */
  note?: string | null;
  /** What the customer is told by mail once it is sent. */
  customerMessage?: string | null;
  metadata?: MetadataPatch;
  /** Who wanted it. */
  by: Actor;
  /** By which approval, where somebody had to be asked. */
  approvalId?: string | null;
}

/** A refund that is to be sent (`started` is to be finished), or one that waits for the balance. */
export type BegunRefund = { refundId: string } & ({ started: Operation } | { waiting: RefundRow });

/** Begins a refund that has been checked: notes it, and takes its money aside if the balance covers it. */
export async function startRefund(tx: Tx, input: NewRefund): Promise<BegunRefund> {
  const { charge, amount, approvalId } = input;
  const { refund, funded } = await reserve(tx, input);
  await audit(tx, "refund.created", {
    subject: refund.id,
    after: {
      payment: refund.paymentIntentId,
      amount,
      currency: refund.currency,
      reason: refund.reason,
      ...(approvalId ? { approval: approvalId } : {}),
    },
  });
  if (funded) return { refundId: refund.id, started: await startSending(tx, refund, charge) };
  return { refundId: refund.id, waiting: await claimed(tx, () => announceWaiting(tx, refund)) };
}

/** Notes the refund and takes its money aside, so that nobody refunds or pays out the same money twice. */
async function reserve(tx: Tx, { charge, amount, by, ...input }: NewRefund) {
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
    customerMessage: input.customerMessage ?? null,
    pendingReason: held ? null : "insufficient_funds",
    balanceTransactionId: held?.id ?? null,
    approvalId: input.approvalId ?? null,
    metadata: mergeMetadata({}, input.metadata),
    createdBy: by,
  });
  await tallyRefund(tx, refund);
  const amountRefunded = charge.amountRefunded + amount;
  const fraud = input.reason === "fraudulent" ? { fraudDetails: { user_report: "fraudulent" } } : {};
  const after = await change(tx, charges, charge, {
    amountRefunded,
    refunded: charge.captured && amountRefunded >= charge.amountCaptured,
    ...fraud,
  });
  if (input.reason === "fraudulent") await blockFraud(tx, after);
  await refreshPayment(tx, after);
  return { refund, funded: held !== null };
}

async function announceWaiting(tx: Tx, refund: RefundRow): Promise<RefundRow> {
  await record(tx, "refund.created", toRefund(refund), { paymentIntentId: refund.paymentIntentId });
  return refund;
}
