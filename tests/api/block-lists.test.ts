import type Stripe from "stripe";
import { beforeEach, expect, test } from "vitest";
import { addBlockEntry } from "#lib/block-lists/add-entry";
import { type BlockEntry, getBlockEntry } from "#lib/block-lists/block-entry";
import { blockList } from "#lib/block-lists/block-list";
import { removeBlockEntry } from "#lib/block-lists/remove-entry";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { aWorld } from "#tests/support/world";

let world: ApiWorld;
let stripe: Stripe;
beforeEach(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method: "pm_card_visa",
    confirm: true,
    ...params,
  });

async function blocked(): Promise<BlockEntry[]> {
  const { query } = readQuery(blockList, fromWords(""), readingOf(world.viewer));
  const page = { direction: "older", from: null, size: 20 } as const;
  return (await blockList.page(world.viewer, query, page)).rows;
}

test("a payment refunded as fraud lists its card and blocks its emails; a test card that all tests share still pays", async () => {
  const customer = await stripe.customers.create({ email: "Thief@Example.com" });
  const paid = await pay({ customer: customer.id, receipt_email: "other@example.com" });
  await stripe.refunds.create({ payment_intent: paid.id, reason: "fraudulent" });
  const entries = await blocked();
  expect(entries.map(({ list, value }) => [list, value])).toEqual(
    expect.arrayContaining([
      ["card_fingerprint", expect.any(String)],
      ["email", "thief@example.com"],
      ["email", "other@example.com"],
    ]),
  );
  expect(entries).toHaveLength(3);
  expect(entries.every(({ paymentIntentId }) => paymentIntentId === paid.id)).toBe(true);

  await expect(pay()).resolves.toMatchObject({ status: "succeeded" });
  const byEmail = pay({ payment_method: "pm_card_mastercard", receipt_email: "THIEF@example.com" });
  await expect(byEmail).rejects.toMatchObject({ decline_code: "fraudulent" });
  const byCustomer = pay({ payment_method: "pm_card_amex", customer: customer.id });
  await expect(byCustomer).rejects.toMatchObject({ decline_code: "fraudulent" });
});

test("a charge reported as fraudulent blocks them too; a refund for another reason does not", async () => {
  const paid = await pay();
  await stripe.refunds.create({ payment_intent: paid.id, amount: 100, reason: "duplicate" });
  expect(await blocked()).toEqual([]);
  const reported = await stripe.charges.update(String(paid.latest_charge), {
    fraud_details: { user_report: "fraudulent" },
  });
  expect(reported.fraud_details).toEqual({ user_report: "fraudulent" });
  expect(await blocked()).toHaveLength(1);
  await stripe.charges.update(String(paid.latest_charge), { fraud_details: { user_report: "fraudulent" } });
  expect(await blocked()).toHaveLength(1);
});

test("a card that somebody listed never reaches the bank", async () => {
  const { latest_charge: charge } = await pay({ expand: ["latest_charge"] });
  const value = (charge as Stripe.Charge).payment_method_details?.card?.fingerprint ?? "";
  await addBlockEntry(world.viewer, { list: "card_fingerprint", value });
  await expect(pay()).rejects.toMatchObject({
    statusCode: 402,
    code: "card_declined",
    decline_code: "fraudulent",
  });
  const [refused] = (await stripe.charges.list({ limit: 1 })).data;
  expect(refused).toMatchObject({
    status: "failed",
    outcome: {
      type: "blocked",
      network_status: "not_sent_to_network",
      reason: "rule",
      rule: "block_if_card_fingerprint_in_blocklist",
      risk_level: "normal",
    },
  });
  await expect(pay({ payment_method: "pm_card_mastercard" })).resolves.toMatchObject({ status: "succeeded" });
});

test("entries are added and taken off by hand; what is off the list pays again", async () => {
  const entry = await addBlockEntry(world.viewer, { list: "email", value: " Eve@Example.com " });
  expect(entry).toMatchObject({ value: "eve@example.com", paymentIntentId: null });
  await expect(pay({ receipt_email: "eve@example.com" })).rejects.toMatchObject({ statusCode: 402 });
  await removeBlockEntry(world.viewer, entry.id);
  await expect(pay({ receipt_email: "eve@example.com" })).resolves.toMatchObject({ status: "succeeded" });
  for (const [list, value, code] of [
    ["email", "nobody", "email_invalid"],
    ["card_fingerprint", "4242 4242", "fingerprint_invalid"],
  ] as const) {
    expect(() => addBlockEntry(world.viewer, { list, value })).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ code }) }),
    );
  }
});

test("who may not change the lists does not, and another business's are not there", async () => {
  const entry = await addBlockEntry(world.viewer, { list: "email", value: "eve@example.com" });
  const other = await aWorld();
  const reader = other.viewerWith(["refund_analyst"]);
  expect(() => addBlockEntry(reader, { list: "email", value: "a@b.c" })).toThrow(/allow_list:write/);
  expect(() => removeBlockEntry(reader, entry.id)).toThrow(/allow_list:write/);
  await expect(getBlockEntry(other.viewerWith(["iam_admin"]), entry.id)).rejects.toThrow(/radar:read/);
  await expect(getBlockEntry(other.viewer, entry.id)).rejects.toMatchObject({ facts: { status: 404 } });
  await expect(removeBlockEntry(other.viewer, entry.id)).rejects.toMatchObject({ facts: { status: 404 } });
});
