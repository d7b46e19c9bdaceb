import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { findCharge, findPayment } from "#lib/payments/find-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { refundable } from "#lib/refunds/refundable";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const refundableOf = async (paymentId: string) => {
  const handle = await reader(world.viewer);
  const payment = await findPayment(handle, paymentId);
  return refundable(await findCharge(handle, String(payment.latestChargeId)));
};

describe("a refund", () => {
  test("of a part leaves the rest refundable", async () => {
    const payment = await aPayment(world.viewer);
    const refund = await refundPayment(world.viewer, { paymentId: payment.id, amount: 2000 });
    expect(refund).toMatchObject({ amount: 2000, currency: "eur", status: "succeeded" });
    expect(await refundableOf(payment.id)).toBe(3000);
    await expectLedgerToBalance(world.viewer);
  });

  test("without an amount returns all that is left, and the payment is refunded", async () => {
    const payment = await aPayment(world.viewer);
    await refundPayment(world.viewer, { paymentId: payment.id, amount: 1 });
    const rest = await refundPayment(world.viewer, { paymentId: payment.id });
    expect(rest.amount).toBe(4999);
    const after = await findPayment(await reader(world.viewer), payment.id);
    expect(after.paymentStatus).toBe("refunded");
    await expectLedgerToBalance(world.viewer);
  });

  test("of more than is left is refused, and changes nothing", async () => {
    const payment = await aPayment(world.viewer);
    const tooMuch = refundPayment(world.viewer, { paymentId: payment.id, amount: 5001 });
    await expect(tooMuch).rejects.toMatchObject({ facts: { code: "amount_too_large", param: "amount" } });
    expect(await refundableOf(payment.id)).toBe(5000);
  });
});
