import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { answerAuthentication } from "#lib/payments/authentication-page";
import { cancelPayment } from "#lib/payments/cancel-payment";
import { capturePayment } from "#lib/payments/capture-payment";
import { confirmPayment } from "#lib/payments/confirm-payment";
import { createPayment } from "#lib/payments/create-payment";
import { getPaymentStory } from "#lib/payments/payment-story";
import { timelineOf } from "#lib/payments/timeline";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { refundPayment } from "#lib/refunds/refund-payment";
import { settleLater } from "#lib/refunds/settle-later";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await aWorld();
  let now = Date.now();
  // Every moment is later than the one before, so that the order is the story's.
  viewer = { ...world.viewer, now: () => (now += 1000) };
  await aPayment(viewer, { amount: 500000 });
});

const debit = {
  type: "sepa_debit" as const,
  sepaDebit: { iban: "DE89370400440532013000" },
  billingDetails: { name: "Zoë Ølund", email: "zoe@example.com" },
};

async function timeline(paymentId: string) {
  return timelineOf(await getPaymentStory(viewer, paymentId)).reverse();
}

const kinds = async (paymentId: string) => (await timeline(paymentId)).map(({ kind }) => kind);

describe("what happened to a payment", () => {
  test("that was paid, refunded and receipted", async () => {
    const payment = await aPayment(viewer);
    const note = "One lamp arrived broken";
    await refundPayment(viewer, { paymentId: payment.id, amount: 2000, note });
    await sendReceipt(viewer, { paymentIntentId: payment.id, to: ["zoe@example.com"] });
    const entries = await timeline(payment.id);
    expect(entries.map(({ kind }) => kind)).toEqual(["created", "succeeded", "refunded", "mailed"]);
    expect(entries[0]).toMatchObject({ by: { type: "person", name: "Amélie" } });
    expect(entries[2]).toMatchObject({ refund: { amount: 2000, note, createdBy: { name: "Amélie" } } });
    expect(entries[3]).toMatchObject({ mail: { to: "zoe@example.com", state: "would_be_sent" } });
  });

  test("that was declined before it was paid shows both attempts", async () => {
    const payment = await createPayment(viewer, { amount: 1500, currency: "eur" }, null);
    const decline = "pm_card_chargeDeclinedInsufficientFunds";
    await expect(
      confirmPayment(viewer, { paymentId: payment.id, paymentMethodId: decline }),
    ).rejects.toThrow();
    await confirmPayment(viewer, { paymentId: payment.id, paymentMethodId: "pm_card_visa" });
    const entries = await timeline(payment.id);
    expect(entries.map(({ kind }) => kind)).toEqual(["created", "declined", "succeeded"]);
    expect(entries[1]).toMatchObject({ charge: { declineCode: "insufficient_funds" } });
  });

  test("that was held, then captured in part", async () => {
    const payment = await aPayment(viewer, { captureMethod: "manual" });
    await capturePayment(viewer, { paymentId: payment.id, amount: 3000 });
    expect(await kinds(payment.id)).toEqual(["created", "held", "captured"]);
  });

  test("that was canceled, by whom and why", async () => {
    const payment = await aPayment(viewer, { captureMethod: "manual" });
    await cancelPayment(viewer, { paymentId: payment.id, reason: "abandoned", note: "Left the cart" });
    const entries = await timeline(payment.id);
    expect(entries.map(({ kind }) => kind)).toEqual(["created", "held", "canceled"]);
    expect(entries[2]).toMatchObject({ reason: "abandoned", note: "Left the cart", by: { name: "Amélie" } });
  });

  test("whose refund came back", async () => {
    const payment = await aPayment(viewer, { paymentMethodId: "pm_card_refundFail" });
    const { id: refundId } = await refundPayment(viewer, { paymentId: payment.id });
    await settleLater(viewer, { refundId, later: { result: "failed", reason: "expired_or_canceled_card" } });
    expect(await kinds(payment.id)).toEqual(["created", "succeeded", "refunded", "refund_failed"]);
  });

  test("that a bank debit was asked for", async () => {
    const payment = await createPayment(
      viewer,
      {
        amount: 1500,
        currency: "eur",
        paymentMethodTypes: ["sepa_debit"],
      },
      null,
    );
    await confirmPayment(viewer, { paymentId: payment.id, paymentMethodData: debit });
    expect(await kinds(payment.id)).toEqual(["created", "processing"]);
  });
});

describe("authentication", () => {
  const secured = () =>
    createPayment(
      world.viewer,
      { amount: 9900, currency: "eur" },
      { paymentMethodId: "pm_card_threeDSecure2Required", returnUrl: "https://shop.example/done?cart=7" },
    );

  test("leads back to the dashboard without the payment's secret in the address", async () => {
    const payment = await createPayment(
      world.viewer,
      { amount: 9900, currency: "eur" },
      { paymentMethodId: "pm_card_threeDSecure2Required", returnUrl: `${config().publicUrl}/there` },
    );
    const told = await answerAuthentication(addressOf(payment), "succeeded");
    expect(told?.returnTo).toBe(
      `${config().publicUrl}/there?payment_intent=${payment.id}&redirect_status=succeeded`,
    );
  });

  test("that was passed leads to a paid payment and back to the shop", async () => {
    const payment = await secured();
    const told = await answerAuthentication(addressOf(payment), "succeeded");
    expect(told?.returnTo).toBe(
      `https://shop.example/done?cart=7&payment_intent=${payment.id}` +
        `&payment_intent_client_secret=${payment.clientSecret}&redirect_status=succeeded`,
    );
    expect((await kinds(payment.id)).slice(0, 2)).toEqual(["created", "authentication_asked"]);
    expect((await kinds(payment.id)).at(-1)).toBe("succeeded");
  });

  test("that failed leaves the payment to be tried again, without a charge", async () => {
    const payment = await secured();
    const told = await answerAuthentication(addressOf(payment), "failed");
    expect(told).toMatchObject({ status: "failed" });
    expect(told?.returnTo).toContain("redirect_status=failed");
    expect((await kinds(payment.id)).at(-1)).toBe("authentication_failed");
    expect((await getPaymentStory(viewer, payment.id)).attempts).toEqual([]);
  });

  test("is answered once, and only at its own address", async () => {
    const payment = await secured();
    const address = addressOf(payment);
    expect(await answerAuthentication({ ...address, token: "guessed" }, "succeeded")).toBeUndefined();
    expect(await answerAuthentication({ ...address, environment: "999999" }, "succeeded")).toBeUndefined();
    await answerAuthentication(address, "succeeded");
    expect(await answerAuthentication(address, "failed")).toBeUndefined();
  });

  function addressOf({ id, nextAction }: PaymentIntentRow) {
    const { url } = nextAction?.redirect_to_url as { url: string };
    const [environment = "", , token = ""] = new URL(url).pathname.split("/").slice(2);
    return { environment, payment: id, token };
  }
});
