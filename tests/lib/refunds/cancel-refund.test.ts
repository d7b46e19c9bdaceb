import { beforeAll, describe, expect, test } from "vitest";
import { hour, minute } from "#lib/clock";
import { listMails } from "#lib/mail/queries";
import { cancelRefund } from "#lib/refunds/cancel-refund";
import { whyNotCancelable } from "#lib/refunds/cancel-window";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

/** A refund of a payment that is too old to be reversed: it goes to the card. */
async function aSentRefund() {
  const payment = await aPayment(world.viewer);
  const viewer = later(world.viewer, 3 * hour);
  return { payment, viewer, refund: await refundPayment(viewer, { paymentId: payment.id, amount: 2000 }) };
}

const tooLate = { facts: { code: "refund_not_cancelable" } };

describe("a card refund", () => {
  test("is stopped within half an hour, and its money can be refunded again", async () => {
    const { payment, viewer, refund } = await aSentRefund();
    const soon = later(viewer, 29 * minute);
    expect(whyNotCancelable(soon, refund)).toBeNull();
    expect(await cancelRefund(soon, refund.id)).toMatchObject({ status: "canceled" });
    await expect(cancelRefund(soon, refund.id)).rejects.toMatchObject(tooLate);
    expect(await refundPayment(soon, { paymentId: payment.id })).toMatchObject({ amount: 5000 });
    await expectLedgerToBalance(world.viewer);
  });

  test("is not stopped later, nor by a key, nor as a reversal", async () => {
    const { viewer, refund } = await aSentRefund();
    await expect(cancelRefund(later(viewer, 30 * minute), refund.id)).rejects.toMatchObject(tooLate);
    await expect(cancelRefund({ ...viewer, door: "api" }, refund.id)).rejects.toMatchObject(tooLate);
    expect(whyNotCancelable(world.viewerWith(["view_only"]), refund)).toBe("not_allowed");
    const young = await aPayment(world.viewer);
    const reversal = await refundPayment(world.viewer, { paymentId: young.id });
    await expect(cancelRefund(world.viewer, reversal.id)).rejects.toMatchObject(tooLate);
  });
});

describe("a message to the customer", () => {
  test("is mailed with the amount once the refund is sent", async () => {
    const payment = await aPayment(world.viewer, { receiptEmail: "ines@example.com" });
    const input = { paymentId: payment.id, amount: 1200, customerMessage: "Sorry about the lamp." };
    const refund = await refundPayment(world.viewer, input);
    const { rows } = await listMails({ ...world.viewer, door: "operator" }, { limit: 20 });
    const [mail] = rows.filter(({ subjectId }) => subjectId === refund.id);
    expect(mail).toMatchObject({ kind: "refund", to: "ines@example.com", state: "would_be_sent" });
    expect(mail?.subject).toContain("€12.00");
  });

  test("needs somebody to read it", async () => {
    const payment = await aPayment(world.viewer);
    const input = { paymentId: payment.id, customerMessage: "Sorry." };
    await expect(refundPayment(world.viewer, input)).rejects.toMatchObject({
      facts: { code: "customer_unreachable", param: "message" },
    });
  });
});
