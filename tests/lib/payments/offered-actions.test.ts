import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { post } from "#lib/ledger/post";
import { createPayment } from "#lib/payments/create-payment";
import { getPaymentStory } from "#lib/payments/payment-story";
import { offeredActions } from "#lib/payments/offered-actions";
import { previewRefund } from "#lib/refunds/preview-refund";
import { refundPayment } from "#lib/refunds/refund-payment";
import type { Role } from "#lib/auth/roles";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function offered(paymentId: string, roles: Role[] = ["admin"]) {
  const { payment, attempts } = await getPaymentStory(world.viewer, paymentId);
  return offeredActions(world.viewerWith(roles), payment, attempts.at(-1) ?? null);
}

describe("what can be done to a payment", () => {
  test("that was paid: a receipt and a refund", async () => {
    const { id } = await aPayment(world.viewer);
    expect(await offered(id)).toEqual([
      { action: "receipt", obstacle: null },
      { action: "refund", obstacle: null },
    ]);
  });

  test("that is held: capture it or cancel it, and it says why it cannot be refunded", async () => {
    const { id } = await aPayment(world.viewer, { captureMethod: "manual" });
    expect(await offered(id)).toEqual([
      { action: "cancel", obstacle: null },
      { action: "refund", obstacle: "not_captured" },
      { action: "capture", obstacle: null },
    ]);
  });

  test("that was refunded: it says that nothing is left", async () => {
    await aPayment(world.viewer);
    const { id } = await aPayment(world.viewer);
    await refundPayment(world.viewer, { paymentId: id });
    expect(await offered(id)).toContainEqual({ action: "refund", obstacle: "already_refunded" });
  });

  test("that was not begun: it can be canceled, or collected", async () => {
    const { id } = await createPayment(world.viewer, { amount: 1500, currency: "eur" }, null);
    expect(await offered(id)).toEqual([
      { action: "cancel", obstacle: null },
      { action: "collect", obstacle: null },
    ]);
  });

  test("is nothing for who may only look", async () => {
    const { id } = await aPayment(world.viewer);
    expect(await offered(id, ["view_only"])).toEqual([]);
  });
});

describe("a refund, before it is made", () => {
  test("tells what is left and what it cost", async () => {
    const { viewer } = await aWorld();
    const { id } = await aPayment(viewer);
    const preview = await previewRefund(viewer, id);
    expect(preview).toMatchObject({ left: 5000, short: false, reversal: true, obstacle: null });
    expect(preview.fee).toEqual({ amount: 188, currency: "eur" });
  });

  test("tells that it will wait where the balance does not cover it", async () => {
    const { viewer } = await aWorld();
    const { id } = await aPayment(viewer);
    const out = { from: ledgerAccounts.pending, to: ledgerAccounts.network, amount: 4000, currency: "eur" };
    await transaction(viewer, (tx) => post(tx, [out], { sourceId: "po_test", balanceTransactionId: null }));
    expect(await previewRefund(viewer, id)).toMatchObject({ left: 5000, short: true });
    expect(await refundPayment(viewer, { paymentId: id })).toMatchObject({
      pendingReason: "insufficient_funds",
    });
  });

  test("is not told to who may not make it", async () => {
    const { id } = await aPayment(world.viewer);
    await expect(previewRefund(world.viewerWith(["view_only"]), id)).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  test("of another account's payment is not found", async () => {
    const other = await aWorld();
    const { id } = await aPayment(other.viewer);
    await expect(previewRefund(world.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
  });
});
