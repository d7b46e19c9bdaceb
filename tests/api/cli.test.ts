import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

const cli = join(dirname(fileURLToPath(import.meta.resolve("@stripe/cli/package.json"))), "bin/shim.js");
const home = mkdtempSync(join(tmpdir(), "comptoir-cli-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

/** The official command line, with a home of its own and nothing told to anybody. */
async function stripe(...args: string[]): Promise<string> {
  const env = { ...process.env, HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: "1", NO_COLOR: "1" };
  const all = [cli, ...args, "--api-base", world.url, "--api-key", world.key];
  const { stdout } = await promisify(execFile)(process.execPath, all, { env });
  return stdout;
}

const eventTypes = async () => {
  const { data } = await world.stripe.events.list({ limit: 100 });
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
    "charge.succeeded",
    "charge.captured",
    "charge.failed",
    "charge.refunded",
    "customer.created",
    "customer.updated",
    "customer.deleted",
  ])("%s really happens", async (type) => {
    const before = (await eventTypes()).filter((each) => each === type).length;
    expect(await stripe("trigger", type)).toContain("Trigger succeeded");
    const after = (await eventTypes()).filter((each) => each === type).length;
    expect(after).toBeGreaterThan(before);
  });
});

test("stripe get and post read and change the same things", async () => {
  const made: unknown = JSON.parse(await stripe("customers", "create", "--name", "Zoë Ølund"));
  expect(made).toMatchObject({ object: "customer", name: "Zoë Ølund" });
  const { id } = made as { id: string };
  await stripe("post", `/v1/customers/${id}`, "-d", "phone=+33123456789");
  expect(JSON.parse(await stripe("get", id))).toMatchObject({ id, phone: "+33123456789" });
});
