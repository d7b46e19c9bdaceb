import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { cli } from "#tests/support/cli";
import { aDollarAccount } from "#tests/support/dollar-account";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const stripe = (...args: string[]) => cli(world, ...args);

const eventTypes = async (asked = world) => {
  const { data } = await asked.stripe.events.list({ limit: 100 });
  return data.map(({ type }) => type);
};

describe("stripe trigger", () => {
  test.each([
    "payment_intent.created",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.requires_action",
    "payment_intent.amount_capturable_updated",
    "payment_intent.canceled",
    "payment_method.attached",
    "payment_method.detached",
    "payment_method.updated",
    "charge.succeeded",
    "charge.captured",
    "charge.failed",
    "charge.refunded",
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.dispute.closed",
    "customer.created",
    "customer.updated",
    "customer.deleted",
    "customer.discount.created",
    "customer.discount.updated",
    "customer.discount.deleted",
    "customer.source.created",
    "customer.source.updated",
    "test_helpers.test_clock.created",
    "test_helpers.test_clock.advancing",
    "test_helpers.test_clock.deleted",
  ])("%s really happens", async (type) => {
    const before = (await eventTypes()).filter((each) => each === type).length;
    expect(await stripe("trigger", type)).toContain("Trigger succeeded");
    const after = (await eventTypes()).filter((each) => each === type).length;
    expect(after).toBeGreaterThan(before);
  });
});

test.each(["balance.available", "payout.created", "payout.updated", "topup.created"])(
  "stripe trigger %s really happens, in an American account",
  async (type) => {
    const american = await anApiWorld({ country: "US", currency: "usd" });
    expect(await cli(american, "trigger", type)).toContain("Trigger succeeded");
    expect(await eventTypes(american)).toContain(type);
  },
);

test.each(["payout.created", "payout.updated"])(
  "stripe trigger %s really happens in a French account that is paid out in dollars too",
  async (type) => {
    const french = await anApiWorld();
    await expect(cli(french, "trigger", type)).rejects.toMatchObject({
      stderr: expect.stringContaining("external accounts in that currency"),
    });
    await aDollarAccount(french);
    expect(await cli(french, "trigger", type)).toContain("Trigger succeeded");
    expect(await eventTypes(french)).toContain(type);
    expect((await french.stripe.payouts.list()).data).toEqual([
      expect.objectContaining({ amount: 1100, currency: "usd" }),
    ]);
  },
);

test("stripe trigger test_helpers.test_clock.ready: it is, once the clock has advanced", async () => {
  await stripe("trigger", "test_helpers.test_clock.ready");
  await runDueJobs(world.environment, Date.now());
  expect(await eventTypes()).toContain("test_helpers.test_clock.ready");
});

test("stripe get and post read and change the same things", async () => {
  const made: unknown = JSON.parse(await stripe("customers", "create", "--name", "Zoë Ølund"));
  expect(made).toMatchObject({ object: "customer", name: "Zoë Ølund" });
  const { id } = made as { id: string };
  await stripe("post", `/v1/customers/${id}`, "-d", "phone=+33123456789");
  expect(JSON.parse(await stripe("get", id))).toMatchObject({ id, phone: "+33123456789" });
});

test("stripe fixtures makes what a file says, one thing of another", async () => {
  const folder = mkdtempSync(join(tmpdir(), "comptoir-fixture-"));
  const file = join(folder, "shop.json");
  const fixtures = [
    { name: "ada", path: "/v1/customers", method: "post", params: { name: "Ada" } },
    {
      name: "payment",
      path: "/v1/payment_intents",
      method: "post",
      params: {
        ...{ amount: 700, currency: "eur", customer: "${ada:id}" },
        ...{ payment_method: "pm_card_visa", confirm: "true" },
      },
    },
  ];
  writeFileSync(file, JSON.stringify({ _meta: { template_version: 0 }, fixtures }));
  try {
    await stripe("fixtures", file);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const [payment] = (await world.stripe.paymentIntents.list({ limit: 1, expand: ["data.customer"] })).data;
  expect(payment).toMatchObject({ amount: 700, status: "succeeded", customer: { name: "Ada" } });
});
