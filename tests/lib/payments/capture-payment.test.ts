import { expect, test } from "vitest";
import { capturePayment } from "#lib/payments/capture-payment";
import { getPayment } from "#lib/payments/queries";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld } from "#tests/support/world";

test("a capture takes from one minor unit to all that is held, whoever asks", async () => {
  const { viewer } = await aWorld();
  const { id: paymentId } = await aPayment(viewer, { amount: 5000, captureMethod: "manual" });
  for (const amount of [0, -1, 0.5, 5001]) {
    const captured = capturePayment(viewer, { paymentId, amount });
    await expect(captured).rejects.toMatchObject({ facts: { status: 400, param: "amount_to_capture" } });
  }
  expect(await getPayment(viewer, paymentId)).toMatchObject({ status: "requires_capture" });
  await capturePayment(viewer, { paymentId, amount: 1 });
  expect(await getPayment(viewer, paymentId)).toMatchObject({ status: "succeeded", amountReceived: 1 });
  await expectLedgerToBalance(viewer);
});
