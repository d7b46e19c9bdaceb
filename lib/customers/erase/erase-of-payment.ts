import { and, eq, inArray } from "drizzle-orm";
import { change } from "#db/rows";
import {
  balanceTransactions,
  charges,
  disputes,
  mails,
  notes,
  paymentIntents,
  refundApprovalLines,
  refundApprovals,
  refunds,
} from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { touch } from "#lib/search/index/touch";
import { nobodysDetails } from "./blank.ts";
import { blankEvents } from "./blank-events.ts";
import { eraseMails } from "./erase-mails.ts";
import { eraseSubmissions } from "./erase-submissions.ts";

/** What a payment still says of its payer, with its attempts, refunds, disputes, mails and notes; their ids. */
export async function eraseOfPayment(tx: Tx, payment: PaymentIntentRow): Promise<string[]> {
  await change(tx, paymentIntents, payment, {
    description: null,
    receiptEmail: null,
    payerEmail: null,
    metadata: {},
    shipping: null,
    paymentDetails: null,
    lastPaymentError: null,
    cancellationNote: null,
  });
  const attempts = await eraseAttempts(tx, payment.id);
  const claims = await eraseClaims(tx, payment.id);
  await eraseWordsOfBooks(tx, [...attempts, ...claims]);
  await eraseMails(tx, eq(mails.paymentIntentId, payment.id));
  await tx.db
    .delete(notes)
    .where(
      and(
        eq(notes.environmentId, tx.environmentId),
        inArray(notes.subjectKind, ["payment", "dispute"]),
        inArray(notes.subjectId, [payment.id, ...claims]),
      ),
    );
  const ids = [payment.id, ...attempts];
  await blankEvents(tx, ids, payment.id);
  await touch(tx, "payment", payment.id);
  for (const id of attempts) await touch(tx, "charge", id);
  return ids;
}

async function eraseAttempts(tx: Tx, paymentId: string): Promise<string[]> {
  const { environmentId, id, paymentIntentId } = charges;
  const own = and(eq(environmentId, tx.environmentId), eq(paymentIntentId, paymentId));
  const rows = await tx.db.select({ id }).from(charges).where(own);
  await tx.db
    .update(charges)
    .set({
      billingDetails: nobodysDetails,
      description: null,
      receiptEmail: null,
      metadata: {},
      fraudDetails: {},
    })
    .where(own);
  for (const row of await tx.db.select().from(charges).where(own)) {
    await change(tx, charges, row, { shipping: null, source: null });
  }
  return rows.map((row) => row.id);
}

/** What was said of refunds and disputes; their ids. */
async function eraseClaims(tx: Tx, paymentId: string): Promise<string[]> {
  const ofRefunds = and(eq(refunds.environmentId, tx.environmentId), eq(refunds.paymentIntentId, paymentId));
  const ofDisputes = and(
    eq(disputes.environmentId, tx.environmentId),
    eq(disputes.paymentIntentId, paymentId),
  );
  await tx.db.update(refunds).set({ note: null, customerMessage: null, metadata: {} }).where(ofRefunds);
  await eraseAsked(tx, paymentId);
  await tx.db.update(disputes).set({ evidence: {}, metadata: {} }).where(ofDisputes);
  await eraseSubmissions(tx, paymentId);
  const rows = [
    ...(await tx.db.select({ id: refunds.id }).from(refunds).where(ofRefunds)),
    ...(await tx.db.select({ id: disputes.id }).from(disputes).where(ofDisputes)),
  ];
  return rows.map(({ id }) => id);
}

/** What was said of refunds of this payment alone that somebody had to approve. */
async function eraseAsked(tx: Tx, paymentId: string): Promise<void> {
  const asked = tx.db
    .select({ id: refundApprovalLines.approvalId })
    .from(refundApprovalLines)
    .innerJoin(
      charges,
      and(
        eq(charges.environmentId, refundApprovalLines.environmentId),
        eq(charges.id, refundApprovalLines.chargeId),
      ),
    )
    .where(and(eq(charges.environmentId, tx.environmentId), eq(charges.paymentIntentId, paymentId)));
  await tx.db
    .update(refundApprovals)
    .set({ note: null, customerMessage: null })
    .where(
      and(
        eq(refundApprovals.environmentId, tx.environmentId),
        eq(refundApprovals.lineCount, 1),
        inArray(refundApprovals.id, asked),
      ),
    );
}

/** The books keep every amount; what was written beside it is the payment's description. */
async function eraseWordsOfBooks(tx: Tx, sourceIds: string[]): Promise<void> {
  const { environmentId, sourceId } = balanceTransactions;
  if (sourceIds.length === 0) return;
  await tx.db
    .update(balanceTransactions)
    .set({ description: null })
    .where(and(eq(environmentId, tx.environmentId), inArray(sourceId, sourceIds)));
}
