import { and, eq, gt } from "drizzle-orm";
import { mails } from "#db/schema/index";
import { environmentNow, type Tx } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import type { DisputeRow } from "#lib/disputes/wire";
import { paths } from "#lib/paths";
import type { ChargeRow } from "#lib/payments/wire";
import type { PayoutRow } from "#lib/payouts/wire";
import { notify } from "./notify.ts";

/** Tells who wants to know that money came in. */
export function tellOfPayment(
  tx: Tx,
  { paymentIntentId, amountCaptured, currency }: ChargeRow,
): Promise<void> {
  return notify(tx, "payment_succeeded", {
    subjectId: paymentIntentId,
    path: paths.payment(tx.viewer, paymentIntentId),
    permission: "payments:read",
    facts: [
      { fact: "amount", amount: amountCaptured, currency },
      { fact: "about", text: paymentIntentId },
    ],
  });
}

/** Tells the team of a claim to a charge, or of a bank that asks about one. */
export function tellOfDispute(tx: Tx, dispute: DisputeRow): Promise<void> {
  const { id, amount, currency, reason, dueBy, status } = dispute;
  return notify(tx, status.startsWith("warning") ? "inquiry_opened" : "dispute_opened", {
    subjectId: id,
    path: paths.dispute(tx.viewer, id),
    permission: "disputes:read",
    facts: [
      { fact: "amount", amount, currency },
      { fact: "disputeReason", code: reason },
      ...(dueBy === null ? [] : [{ fact: "due" as const, at: dueBy }]),
    ],
  });
}

/** Tells the team of a payment that is put up for review, or that a bank thinks fraudulent. */
export function tellOfRisk(
  tx: Tx,
  kind: "review_opened" | "fraud_warning",
  { paymentIntentId, amount, currency }: ChargeRow,
): Promise<void> {
  return notify(tx, kind, {
    subjectId: paymentIntentId,
    path: paths.payment(tx.viewer, paymentIntentId),
    permission: "radar:read",
    facts: [
      { fact: "amount", amount, currency },
      { fact: "about", text: paymentIntentId },
    ],
  });
}

/** Tells the team of a payout that the bank sent back. */
export function tellOfFailedPayout(
  tx: Tx,
  { id, amount, currency }: Pick<PayoutRow, "id" | "amount" | "currency">,
  failureCode: string,
): Promise<void> {
  return notify(tx, "payout_failed", {
    subjectId: id,
    path: paths.payout(tx.viewer, id),
    permission: "payouts:read",
    facts: [
      { fact: "amount", amount, currency },
      { fact: "payoutFailure", code: failureCode },
    ],
  });
}

/** Tells the team of an endpoint (`answer`: HTTP status or what went wrong) whose deliveries are given up, at most once a day. */
export async function tellOfFailingWebhook(
  tx: Tx,
  { id, url, answer }: { id: string; url: string; answer: string },
): Promise<void> {
  if (await wasToldLately(tx, id)) return;
  await notify(tx, "webhook_failing", {
    subjectId: id,
    path: paths.webhook(tx.viewer, id),
    permission: "webhooks:write",
    facts: [
      { fact: "endpoint", text: url },
      { fact: "answer", code: answer },
    ],
  });
}

async function wasToldLately(tx: Tx, subjectId: string): Promise<boolean> {
  const lately = gt(mails.createdAt, environmentNow(tx) - day);
  const rows = await tx.db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.environmentId, tx.environmentId), eq(mails.subjectId, subjectId), lately))
    .limit(1);
  return rows.length > 0;
}
