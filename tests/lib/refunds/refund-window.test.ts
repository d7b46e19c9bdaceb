import { expect, test } from "vitest";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { planRow } from "#lib/bulk/plan-row";
import { day } from "#lib/clock";
import { findPayment, latestCharge } from "#lib/payments/find-payment";
import { previewRefund } from "#lib/refunds/preview-refund";
import { refundPayment } from "#lib/refunds/refund-payment";
import { anApiWorld } from "#tests/support/api-server";
import { after } from "#tests/support/disputes";
import { aPayment } from "#tests/support/money";
import { later } from "#tests/support/world";

/** What a run of full refunds does to a payment. */
const plannedFor = (viewer: Viewer, id: string) =>
  transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, id);
    const candidate = { payment, charge: await latestCharge(tx, payment), email: null };
    const act = { act: "refund", share: { all: true }, reason: "duplicate", note: null } as const;
    return planRow(act, candidate, tx.now);
  });

test("a refund of a debit names no card that it would go to", async () => {
  const world = await anApiWorld();
  const { stripe } = world;
  for (const [currency, payment_method] of [
    ["eur", "pm_sepaDebit_success_fr"],
    ["usd", "pm_usBankAccount_success"],
  ] as const) {
    const { id } = await stripe.paymentIntents.create({
      ...{ amount: 5000, currency, payment_method, confirm: true },
      mandate_data: { customer_acceptance: { type: "offline" } },
    });
    await after(world, 3000);
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 1000 });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
    expect(refund).not.toHaveProperty("destination_details");
  }
});

test("a debit can be refunded for 180 days, a card at any time", async () => {
  const world = await anApiWorld();
  const { id } = await world.stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method_data: {
      type: "sepa_debit",
      sepa_debit: { iban: "DE89370400440532013000" },
      billing_details: { name: "Zoë Ølund", email: "zoe@example.com" },
    },
    mandate_data: { customer_acceptance: { type: "offline" } },
    confirm: true,
  });
  const card = await aPayment(world.viewer);
  await after(world, 3000);

  const inTime = later(world.viewer, 179 * day);
  await refundPayment(inTime, { paymentId: id, amount: 1000 });
  const preview = await previewRefund(inTime, id);
  expect(preview).toMatchObject({ obstacle: null, left: 4000 });
  const until = (preview.charge?.createdAt ?? 0) + 180 * day;
  expect(preview.until).toBe(until);
  expect(await plannedFor(inTime, id)).toMatchObject({ amount: 4000 });

  const tooLate = later(world.viewer, 181 * day);
  await expect(refundPayment(tooLate, { paymentId: id })).rejects.toMatchObject({
    facts: { code: "charge_not_refundable", param: "charge" },
    message: expect.stringContaining("180 days"),
  });
  expect(await previewRefund(tooLate, id)).toMatchObject({ obstacle: "too_late", until });
  expect(await plannedFor(tooLate, id)).toEqual({ leftOut: "too_late" });
  expect((await previewRefund(tooLate, card.id)).until).toBeNull();
  expect(await refundPayment(tooLate, { paymentId: card.id })).toMatchObject({ amount: 5000 });
});
