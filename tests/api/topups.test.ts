import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day, seconds } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { anApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let stripe: Stripe;
beforeAll(async () => {
  ({ stripe } = await anApiWorld({ country: "US", currency: "usd" }));
});

describe("top-ups", () => {
  test("are whole, found by every filter, and can be canceled while they wait", async () => {
    const topup = await stripe.topups.create({
      amount: 2_000,
      currency: "usd",
      description: "For refunds",
      statement_descriptor: "Top-up",
      transfer_group: "july",
      metadata: { a: "b" },
      source: "btok_us_verified",
    });
    expect({ ...topup }).toEqual({
      id: expect.stringMatching(/^tu_/),
      object: "topup",
      amount: 2_000,
      balance_transaction: null,
      created: expect.any(Number),
      currency: "usd",
      description: "For refunds",
      expected_availability_date: expect.any(Number),
      failure_code: null,
      failure_message: null,
      initiated_by: "user",
      livemode: false,
      metadata: { a: "b" },
      payment_method: null,
      payment_method_options: null,
      source: null,
      statement_descriptor: "Top-up",
      status: "pending",
      transfer_group: "july",
    });
    const ids = async (params: Stripe.TopupListParams) =>
      (await stripe.topups.list(params)).data.map(({ id }) => id);
    expect(await ids({ amount: 2_000, status: "pending" })).toEqual([topup.id]);
    expect(await ids({ amount: { gt: 2_000 } })).toEqual([]);
    expect(
      await ids({ amount: { gte: 2_000, lt: 2_001 }, created: { gte: seconds(Date.now()) - 60 } }),
    ).toEqual([topup.id]);
    expect(await stripe.topups.update(topup.id, { description: "For more" })).toMatchObject({
      description: "For more",
    });
    expect(await stripe.topups.cancel(topup.id)).toMatchObject({ status: "canceled" });
    await expect(stripe.topups.cancel(topup.id)).rejects.toThrow("only pending top-ups");
    expect(await eventsOf(stripe, topup.id)).toEqual(["topup.created", "topup.canceled"]);
  });

  test.each([
    ["btok_us_verified", "succeeded", null],
    ["btok_us_verified_noAccount", "failed", "no_account"],
    ["btok_us_verified_accountClosed", "failed", "account_closed"],
    ["btok_us_verified_dispute", "reversed", "debit_not_authorized"],
  ])("of %s come to %s", async (source, status, failure_code) => {
    const shop = await anApiWorld({ country: "US", currency: "usd" });
    const { id } = await shop.stripe.topups.create({ amount: 900, currency: "usd", source });
    await moveClock(shop.environment.slug, Date.now() + 9 * day);
    const expand = ["balance_transaction"];
    const topup = await shop.stripe.topups.retrieve(id, { expand });
    expect(topup).toMatchObject({ status, failure_code });
    if (status === "failed") expect(topup.balance_transaction).toBeNull();
    else expect(topup.balance_transaction).toMatchObject({ amount: 900, type: "topup", source: id });
  });

  test("refuse a card and an unknown source", async () => {
    const topup = (source: string) => stripe.topups.create({ amount: 1, currency: "usd", source });
    await expect(topup("tok_visa")).rejects.toMatchObject({ param: "source" });
    await expect(topup("btok_none")).rejects.toMatchObject({ code: "resource_missing", param: "source" });
  });
});
