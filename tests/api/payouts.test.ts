import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";
import { money } from "#tests/support/payouts";

let world: ApiWorld;
let stripe: Stripe;
let account: string;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  ({ stripe } = world);
  account = world.environment.accountId;
  await money(world.viewer, 500_000);
});

const usd = (amount: number, more: Partial<Stripe.PayoutCreateParams> = {}) =>
  stripe.payouts.create({ amount, currency: "usd", ...more });

describe("payouts", () => {
  test("are whole, with every field the client knows", async () => {
    const {
      data: [bank],
    } = await stripe.accounts.listExternalAccounts(account);
    const payout = await usd(1_100, {
      description: "Rent",
      statement_descriptor: "LAVENDER",
      metadata: { month: "July" },
      source_type: "card",
    });
    expect({ ...payout }).toEqual({
      id: expect.stringMatching(/^po_/),
      object: "payout",
      amount: 1_100,
      application_fee: null,
      application_fee_amount: null,
      arrival_date: expect.any(Number),
      automatic: false,
      balance_transaction: expect.stringMatching(/^txn_/),
      created: expect.any(Number),
      currency: "usd",
      description: "Rent",
      destination: bank?.id,
      failure_balance_transaction: null,
      failure_code: null,
      failure_message: null,
      livemode: false,
      metadata: { month: "July" },
      method: "standard",
      original_payout: null,
      payout_method: null,
      reconciliation_status: "not_applicable",
      reversed_by: null,
      source_type: "card",
      statement_descriptor: "LAVENDER",
      status: "pending",
      trace_id: { status: "pending", value: null },
      type: "bank_account",
    });
    const updated = await stripe.payouts.update(payout.id, { metadata: { month: "", year: "2031" } });
    expect(updated.metadata).toEqual({ year: "2031" });
    expect(await eventsOf(stripe, payout.id)).toEqual(["payout.created", "payout.updated"]);
  });

  test("show what they name when asked to", async () => {
    const { id } = await usd(700);
    await stripe.payouts.cancel(id);
    const expand = ["balance_transaction", "failure_balance_transaction", "destination"];
    expect(await stripe.payouts.retrieve(id, { expand })).toMatchObject({
      status: "canceled",
      balance_transaction: { amount: -700, net: -700, type: "payout", source: id },
      failure_balance_transaction: {
        amount: 700,
        type: "payout_cancel",
        reporting_category: "payout_reversal",
      },
      destination: { object: "bank_account", last4: "6789" },
    });
    expect(await eventsOf(stripe, id)).toEqual(["payout.created", "payout.canceled", "payout.updated"]);
  });

  test("are listed by when they were made and arrive, where they go and what became of them", async () => {
    const { id: destination } = await stripe.accounts.createExternalAccount(account, {
      external_account: "btok_us_verified",
    });
    const { id, arrival_date, created } = await usd(300, { destination });
    const ids = async (params: Stripe.PayoutListParams) =>
      (await stripe.payouts.list(params)).data.map((payout) => payout.id);
    expect(await ids({ destination })).toEqual([id]);
    expect(await ids({ destination, status: "pending" })).toEqual([id]);
    expect(await ids({ destination, status: "paid" })).toEqual([]);
    expect(await ids({ destination, arrival_date })).toEqual([id]);
    expect(await ids({ destination, arrival_date: { gt: arrival_date } })).toEqual([]);
    expect(await ids({ destination, created: { gte: created, lte: created } })).toEqual([id]);
    expect((await ids({ limit: 1, ending_before: (await ids({ limit: 2 }))[1] }))[0]).toBe(id);
  });

  test.each<[string, Partial<Stripe.PayoutCreateParams>, object]>([
    ["more than there is", { amount: 90_000_000 }, { code: "balance_insufficient", param: "amount" }],
    ["nothing", { amount: 0 }, { code: "parameter_invalid_integer", param: "amount" }],
    ["a currency without a bank account", { currency: "chf" }, { message: expect.stringContaining("(chf)") }],
    ["an unknown place", { destination: "ba_none" }, { code: "resource_missing", param: "destination" }],
    ["a bank at once", { method: "instant" }, { code: "instant_payouts_unsupported" }],
    ["a long descriptor", { statement_descriptor: "x".repeat(23) }, { param: "statement_descriptor" }],
    ["an unknown method", { method: "slow" }, { param: "method" }],
  ])("refuse %s", async (_what, params, error) => {
    await expect(usd(1_000, params)).rejects.toMatchObject(error);
  });

  test("of the same key are made once", async () => {
    const key = { idempotencyKey: "rent-july" };
    const params = { amount: 250, currency: "usd" };
    const first = await stripe.payouts.create(params, key);
    expect((await stripe.payouts.create(params, key)).id).toBe(first.id);
    await expect(stripe.payouts.create({ ...params, amount: 260 }, key)).rejects.toMatchObject({
      type: "StripeIdempotencyError",
    });
  });

  test("are not for keys without the permission", async () => {
    const reader = aClient(world, await aKey(world, "restricted", ["payouts:read"]));
    const { data } = await reader.payouts.list({ limit: 1 });
    expect(data).toHaveLength(1);
    await expect(reader.payouts.create({ amount: 1, currency: "usd" })).rejects.toMatchObject({
      statusCode: 403,
    });
  });
});

describe("balance settings", () => {
  test("are those of the country until they are changed", async () => {
    expect({ ...(await stripe.balanceSettings.retrieve()) }).toEqual({
      object: "balance_settings",
      payments: {
        debit_negative_balances: true,
        payouts: {
          automatic_transfer_rules_by_currency: null,
          minimum_balance_by_currency: {},
          schedule: { interval: "daily" },
          statement_descriptor: null,
          status: "enabled",
        },
        settlement_timing: { delay_days: 2, start_of_day: null },
      },
    });
  });

  test("change what is said and leave the rest", async () => {
    const { payments } = await stripe.balanceSettings.update({
      payments: {
        payouts: {
          schedule: { interval: "weekly", weekly_payout_days: ["monday", "thursday"] },
          minimum_balance_by_currency: { usd: 1_000, eur: 500 },
        },
        settlement_timing: {
          delay_days_override: 5,
          start_of_day: { hour: 9, minutes: 30, timezone: "Asia/Tokyo" },
        },
      },
    });
    expect(payments.payouts?.schedule).toEqual({
      interval: "weekly",
      weekly_payout_days: ["monday", "thursday"],
    });
    expect(payments.settlement_timing).toEqual({
      delay_days: 5,
      delay_days_override: 5,
      start_of_day: { hour: 9, minutes: 30, timezone: "Asia/Tokyo" },
    });
    const back = await stripe.balanceSettings.update({
      payments: {
        payouts: { schedule: { interval: "daily" }, minimum_balance_by_currency: { eur: "" } },
        settlement_timing: { delay_days_override: "", start_of_day: "" },
      },
    });
    expect(back.payments).toMatchObject({
      payouts: { schedule: { interval: "daily" }, minimum_balance_by_currency: { usd: 1_000 } },
      settlement_timing: { delay_days: 2, start_of_day: null },
    });
    await stripe.balanceSettings.update({ payments: { payouts: { minimum_balance_by_currency: "" } } });
    const { data } = await stripe.events.list({ type: "balance_settings.updated" });
    expect(data).toHaveLength(3);
  });

  test.each<[string, Stripe.BalanceSettingsUpdateParams["payments"], string]>([
    ["weekly payouts on no day", { payouts: { schedule: { interval: "weekly" } } }, "weekly_payout_days"],
    ["monthly payouts on no day", { payouts: { schedule: { interval: "monthly" } } }, "monthly_payout_days"],
    [
      "less time than the country's",
      { settlement_timing: { delay_days_override: 1 } },
      "delay_days_override",
    ],
    ["a minimum in no currency", { payouts: { minimum_balance_by_currency: { xyz: 1 } } }, "xyz"],
  ])("refuse %s", async (_what, payments, param) => {
    await expect(stripe.balanceSettings.update({ payments })).rejects.toMatchObject({
      param: expect.stringContaining(param),
    });
  });
});

describe("an automatic payout", () => {
  test("is reconciled from its balance transactions, and the balance knows what can go at once", async () => {
    const shop = await anApiWorld({ country: "FR", currency: "eur" });
    await money(shop.viewer, 20_000);
    const { instant_available, available } = await shop.stripe.balance.retrieve();
    expect(instant_available?.[0]).toMatchObject({
      amount: available[0]?.amount,
      net_available: [{ amount: Math.floor(((available[0]?.amount ?? 0) + 0.5) / 1.01) }],
    });
    await moveClock(shop.environment.slug, Date.now() + 9 * day);
    const {
      data: [payout],
    } = await shop.stripe.payouts.list({ status: "paid" });
    expect(payout).toMatchObject({
      automatic: true,
      reconciliation_status: "completed",
      trace_id: { status: "supported", value: expect.stringMatching(/^\d{15}$/) },
    });
    const lines = await shop.stripe.balanceTransactions.list({ payout: payout?.id, expand: ["data.source"] });
    expect(lines.data.map(({ type }) => type)).toEqual(["payout", "charge"]);
    expect(lines.data.reduce((sum, { net }) => sum + net, 0)).toBe(0);
    expect(lines.data[0]?.source).toMatchObject({ object: "payout", arrival_date: payout?.arrival_date });
    const { data } = await shop.stripe.events.list({
      types: ["payout.reconciliation_completed", "payout.paid"],
    });
    expect(data.map(({ type }) => type)).toEqual(["payout.paid", "payout.reconciliation_completed"]);
    await expect(shop.stripe.payouts.cancel(payout?.id ?? "")).rejects.toThrow("Automatic payouts");
  });

  test("is the only kind that is itemised", async () => {
    const { id } = await usd(100);
    await expect(stripe.balanceTransactions.list({ payout: id })).rejects.toMatchObject({ param: "payout" });
    await expect(stripe.balanceTransactions.list({ payout: "po_none" })).rejects.toMatchObject({
      code: "resource_missing",
    });
  });
});
