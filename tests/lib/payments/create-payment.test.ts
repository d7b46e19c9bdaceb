import { beforeAll, describe, expect, test } from "vitest";
import { charges } from "#db/schema/index";
import { reader } from "#db/transaction";
import { chargesOfPayment, getPayment } from "#lib/payments/queries";
import { createPayment } from "#lib/payments/create-payment";
import { completeAuthentication } from "#lib/payments/complete-authentication";
import { confirmPayment } from "#lib/payments/confirm-payment";
import { capturePayment } from "#lib/payments/capture-payment";
import { cancelPayment } from "#lib/payments/cancel-payment";
import { findPayment } from "#lib/payments/find-payment";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let other: World;
beforeAll(async () => {
  world = await aWorld();
  other = await aWorld();
});

const held = () => aPayment(world.viewer, { captureMethod: "manual" });

describe("a payment", () => {
  test("with a good card succeeds, less its fee, and is pending until it settles", async () => {
    const payment = await aPayment(world.viewer);
    expect(payment).toMatchObject({
      status: "succeeded",
      paymentStatus: "succeeded",
      amountReceived: 5000,
      last4: "4242",
    });
    const [charge] = await chargesOfPayment(world.viewer, payment.id);
    expect(charge).toMatchObject({ status: "succeeded", captured: true, amountCaptured: 5000 });
    await expectLedgerToBalance(world.viewer);
  });

  test("that is declined stays, ready for another card, with the attempt beside it", async () => {
    const created = await createPayment(world.viewer, { amount: 5000, currency: "eur" }, null);
    const declined = confirmPayment(world.viewer, {
      paymentId: created.id,
      paymentMethodId: "pm_card_chargeDeclinedInsufficientFunds",
    });
    await expect(declined).rejects.toMatchObject({
      facts: { status: 402, code: "card_declined", declineCode: "insufficient_funds" },
    });
    const after = await getPayment(world.viewer, created.id);
    expect(after).toMatchObject({ status: "requires_payment_method", paymentStatus: "failed" });

    const paid = await confirmPayment(world.viewer, {
      paymentId: created.id,
      paymentMethodId: "pm_card_visa",
    });
    expect(paid.status).toBe("succeeded");
    const attempts = await chargesOfPayment(world.viewer, created.id);
    expect(attempts.map((charge) => charge.status)).toEqual(["failed", "succeeded"]);
    await expectLedgerToBalance(world.viewer);
  });

  test("needs the permission", async () => {
    const payment = aPayment(world.viewerWith(["view_only"]));
    await expect(payment).rejects.toMatchObject({ facts: { status: 403 } });
  });

  test("of another tenant is not found", async () => {
    const payment = await aPayment(world.viewer);
    await expect(getPayment(other.viewer, payment.id)).rejects.toMatchObject({
      facts: { status: 404, code: "resource_missing" },
    });
    const confirm = confirmPayment(other.viewer, { paymentId: payment.id, paymentMethodId: "pm_card_visa" });
    await expect(confirm).rejects.toMatchObject({ facts: { status: 404 } });
  });

  test.each([
    [0, "eur"],
    [-5, "eur"],
    [1.5, "eur"],
    [49, "eur"],
    [100_000_000, "eur"],
    [5000, "xyz"],
    [Number.MAX_SAFE_INTEGER, "usd"],
  ])("of %d %s is refused by name, and nothing is kept", async (amount, currency) => {
    const before = await chargesCount();
    const payment = createPayment(world.viewer, { amount, currency }, { paymentMethodId: "pm_card_visa" });
    await expect(payment).rejects.toMatchObject({
      facts: { status: 400, param: expect.stringMatching(/amount|currency/) },
    });
    expect(await chargesCount()).toBe(before);
  });
});

async function chargesCount(): Promise<number> {
  const { db } = await reader(world.viewer);
  return db.$count(charges);
}

describe("a held payment", () => {
  test("can be captured in part: the rest goes back", async () => {
    const payment = await held();
    expect(payment).toMatchObject({
      status: "requires_capture",
      paymentStatus: "uncaptured",
      amountCapturable: 5000,
    });
    const taken = await capturePayment(world.viewer, { paymentId: payment.id, amount: 3000 });
    expect(taken).toMatchObject({ status: "succeeded", amountReceived: 3000, amountCapturable: 0 });
    await expectLedgerToBalance(world.viewer);
  });

  test("cannot be captured beyond what is held, or twice", async () => {
    const payment = await held();
    const tooMuch = capturePayment(world.viewer, { paymentId: payment.id, amount: 5001 });
    await expect(tooMuch).rejects.toMatchObject({ facts: { code: "amount_too_large" } });
    await capturePayment(world.viewer, { paymentId: payment.id });
    const again = capturePayment(world.viewer, { paymentId: payment.id });
    await expect(again).rejects.toMatchObject({ facts: { code: "payment_intent_unexpected_state" } });
  });

  test("can be canceled: nothing was taken", async () => {
    const payment = await held();
    const canceled = await cancelPayment(world.viewer, {
      paymentId: payment.id,
      reason: "requested_by_customer",
    });
    expect(canceled).toMatchObject({ status: "canceled", paymentStatus: "canceled", amountCapturable: 0 });
    const capture = capturePayment(world.viewer, { paymentId: payment.id });
    await expect(capture).rejects.toMatchObject({ facts: { code: "payment_intent_unexpected_state" } });
    await expectLedgerToBalance(world.viewer);
  });
});

describe("a card that wants its holder", () => {
  test("waits for authentication, and goes on with it", async () => {
    const payment = await aPayment(world.viewer, { paymentMethodId: "pm_card_threeDSecure2Required" });
    expect(payment.status).toBe("requires_action");
    const url = String((payment.nextAction?.redirect_to_url as { url: string }).url);
    const token = url.split("/").at(-1) ?? "";
    const done = await completeAuthentication(world.viewer, {
      paymentId: payment.id,
      token,
      outcome: "succeeded",
    });
    expect(done.status).toBe("succeeded");
    const wrong = completeAuthentication(world.viewer, {
      paymentId: payment.id,
      token,
      outcome: "succeeded",
    });
    await expect(wrong).rejects.toMatchObject({ facts: { status: 404 } });
  });

  test("that fails authentication is declined", async () => {
    const payment = await aPayment(world.viewer, { paymentMethodId: "pm_card_threeDSecure2Required" });
    const url = String((payment.nextAction?.redirect_to_url as { url: string }).url);
    const token = url.split("/").at(-1) ?? "";
    const failed = completeAuthentication(world.viewer, { paymentId: payment.id, token, outcome: "failed" });
    await expect(failed).rejects.toMatchObject({ facts: { status: 402 } });
    expect(await findPayment(await reader(world.viewer), payment.id)).toMatchObject({
      status: "requires_payment_method",
    });
  });
});
