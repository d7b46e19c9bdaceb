import { and, asc, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { refunds } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { finish } from "#lib/operations/finish";
import type { Operation } from "#lib/operations/operation";
import { findCharge } from "#lib/payments/find-payment";
import { refreshPayment } from "./refresh-payment.ts";
import { waitsForBalance } from "./refundable.ts";
import { findRefund, sending, startSending } from "./send-refund.ts";
import { setAside } from "./set-aside.ts";

/** Sends the refunds that waited for the balance, oldest first, as far as it reaches. */
export async function fundRefunds(viewer: Viewer): Promise<void> {
  const waiting = await waitingRefunds(viewer);
  for (const id of waiting) {
    const funded = await fund(viewer, id);
    if (funded === "short") return;
    if (funded !== "over") await finish(viewer, funded, sending);
  }
  if (waiting.length === batch) await fundRefunds(viewer);
}

const batch = 100;

async function waitingRefunds(viewer: Viewer): Promise<string[]> {
  const { db } = await reader(viewer);
  const rows = await db
    .select({ id: refunds.id })
    .from(refunds)
    .where(
      and(
        eq(refunds.environmentId, viewer.environmentId),
        eq(refunds.status, "pending"),
        eq(refunds.pendingReason, "insufficient_funds"),
      ),
    )
    .orderBy(asc(refunds.createdAt), asc(refunds.id))
    .limit(batch);
  return rows.map((row) => row.id);
}

function fund(viewer: Viewer, id: string): Promise<Operation | "short" | "over"> {
  return transaction(viewer, async (tx) => {
    const refund = await findRefund(tx, id);
    // It may have been canceled, or funded, while those before it were sent.
    if (!waitsForBalance(refund)) return "over";
    const charge = await findCharge(tx, refund.chargeId);
    const held = await setAside(tx, { refundId: id, charge, amount: refund.amount });
    if (!held) return "short";
    const funded = await change(tx, refunds, refund, { balanceTransactionId: held.id, pendingReason: null });
    await refreshPayment(tx, charge);
    return startSending(tx, funded, charge, { announced: true });
  });
}
