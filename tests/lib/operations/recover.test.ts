import { expect, test, vi } from "vitest";
import { insert, update } from "#db/rows";
import { operations } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { recoverEverywhere } from "#lib/operations/jobs";
import { processor } from "#lib/processors/index";
import { refundsOfPayment } from "#lib/refunds/queries";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld } from "#tests/support/world";

test("what a crash left behind is finished, past an operation that cannot be", async () => {
  const { viewer } = await aWorld();
  const payment = await aPayment(viewer);
  await leaveUnfinishable(viewer);
  vi.spyOn(processor(), "refund").mockRejectedValueOnce(new Error("the process ended here"));
  await expect(refundPayment(viewer, { paymentId: payment.id })).rejects.toThrow("the process ended here");
  await endLeases(viewer);

  await recoverEverywhere();
  expect(await refundsOfPayment(viewer, payment.id)).toMatchObject([{ amount: 5000, status: "succeeded" }]);
  await expectLedgerToBalance(viewer);
});

function leaveUnfinishable(viewer: Viewer) {
  return transaction(viewer, (tx) =>
    insert(tx, operations, {
      id: newId("op", tx.now),
      createdAt: tx.now,
      kind: "payment.unheard_of",
      subjectId: "pi_unheard_of",
      state: "started",
      leaseUntil: 0,
      request: {},
    }),
  );
}

async function endLeases(viewer: Viewer): Promise<void> {
  const { db } = await reader(viewer);
  const rows = await db.select({ id: operations.id, state: operations.state }).from(operations);
  const open = rows.filter(({ state }) => state === "started");
  await transaction(viewer, async (tx) => {
    for (const { id } of open) await update(tx, operations, id, { leaseUntil: 1 });
  });
}
