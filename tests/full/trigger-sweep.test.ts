import Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { cli } from "#tests/support/cli";
import { aDollarAccount } from "#tests/support/dollar-account";
import { aReceiver, type Receiver } from "#tests/support/receiver";
import { aDispatcher, anEndpoint } from "#tests/support/webhooks";

/** Whose events these are, the resources that are here: the name without its last word. */
const ours = new Set([
  "account",
  "account.application",
  "balance",
  "cash_balance",
  "charge",
  "charge.dispute",
  "charge.refund",
  "coupon",
  "customer",
  "customer.discount",
  "customer.source",
  "payment_intent",
  "payment_method",
  "payout",
  "plan",
  "price",
  "product",
  "promotion_code",
  "setup_intent",
  "tax_rate",
  "test_helpers.test_clock",
  "topup",
]);

/** What the command line sends for these cannot be had, and what it is told. */
const refused: Record<string, { because: string; says: RegExp }> = {
  "account.updated": {
    because: "it makes a connected account first, and there is no Connect",
    says: /You can only create new accounts if you've signed up for Connect/,
  },
  "account.application.deauthorized": {
    because: "it makes a connected account first, and there is no Connect",
    says: /You can only create new accounts if you've signed up for Connect/,
  },
};

let world: ApiWorld;
/** As the demo's business is. */
let french: ApiWorld;
let receiver: Receiver;
let secret: string;
beforeAll(async () => {
  // Its fixtures top up and pay out dollars.
  world = await anApiWorld({ country: "US", currency: "usd" });
  french = await anApiWorld();
  await aDollarAccount(french);
  receiver = await aReceiver();
  ({ secret } = await anEndpoint(world.viewer, receiver));
  aDispatcher();
});

const known = (await cli({ url: "http://127.0.0.1", key: "sk_test_none" }, "trigger", "--help"))
  .split("\n")
  .flatMap((line) => /^ {2}([a-z_0-9]+(?:\.[a-z_0-9]+)+)$/.exec(line)?.[1] ?? []);
const names = known.filter((name) => ours.has(name.slice(0, name.lastIndexOf("."))));

test("the command line knows 58 events of these resources", () => {
  expect(names).toHaveLength(58);
  expect(names).toEqual(expect.arrayContaining(Object.keys(refused)));
});

const happening = names.filter((name) => !(name in refused));

describe("stripe trigger", () => {
  test.each(happening)("%s really happens", (type) => triggered(world, type));

  test.each(happening)("%s really happens in a French account that is paid out in dollars too", (type) =>
    triggered(french, type),
  );

  test.each(Object.entries(refused).map(([type, { because, says }]) => [type, because, says] as const))(
    "%s is refused in words: %s",
    async (type, _because, says) => {
      await expect(cli(world, "trigger", type)).rejects.toMatchObject({
        stderr: expect.stringMatching(says),
      });
      expect(await happened(world, type)).toBe(0);
    },
  );
});

test("all that happened is delivered, signed", async () => {
  const events = await world.stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 });
  await receiver.until(events.length);
  const delivered = receiver.received.map(({ body, headers }) =>
    new Stripe(world.key).webhooks.constructEvent(body, headers["stripe-signature"] ?? "", secret),
  );
  expect(delivered.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort());
});

async function triggered(there: ApiWorld, type: string): Promise<void> {
  const before = await happened(there, type);
  expect(await cli(there, "trigger", type)).toContain("Trigger succeeded");
  // What comes of it a little later, such as a test clock that has advanced.
  await runDueJobs(there.environment, Date.now());
  expect(await happened(there, type)).toBeGreaterThan(before);
}

async function happened({ stripe }: ApiWorld, type: string): Promise<number> {
  return (await stripe.events.list({ type, limit: 100 })).data.length;
}
