import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Endpoint } from "#lib/api/endpoint";
import { config } from "#lib/config";
import { examplesOf } from "#lib/reference/examples";
import { firstPaymentExample, keyPlaceOf } from "#lib/reference/first-payment";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { aWorldWithMoney, called, endpointOf, exampleIn, leaning, standing } from "#tests/support/examples";
import { samples } from "#tests/support/samples";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "comptoir-examples-"));

beforeAll(() => {
  writeFileSync(join(folder, "receipt.pdf"), samples.pdf);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("those in curl that need no id of one's own run as they stand", { timeout: 60_000 }, async () => {
  const world = await aWorldWithMoney();
  const wrong: string[] = [];
  for (const endpoint of standing) {
    const curl = exampleIn("curl", endpoint, world);
    const { stdout } = await run("sh", ["-c", `${curl} -s`], inFolder(world));
    if (JSON.parse(stdout).error) wrong.push(`${curl}\n${stdout}`);
  }
  expect(wrong).toEqual([]);
});

test("the first payment of a new account is made as it stands, once the key is put in", async () => {
  const world = await anApiWorld();
  const viewer = { ...world.viewer, environment: { ...world.environment, currency: "huf" as const } };
  const lines = firstPaymentExample(viewer);
  expect(lines.split("\n").length).toBeLessThanOrEqual(10);
  const filled = lines.replace(keyPlaceOf(viewer), world.key).replace(config().publicUrl, world.url);
  const { stdout } = await run("sh", ["-c", `${filled} -s`]);
  expect(JSON.parse(stdout)).toMatchObject({ status: "succeeded", amount: 17_500, currency: "huf" });
});

test("so do those in Node, and the others are programs too", { timeout: 60_000 }, async () => {
  const world = await aWorldWithMoney();
  const imports = new Set<string>();
  const blockOf = (endpoint: Endpoint) => {
    const lines = exampleIn("node", endpoint, world).split("\n");
    for (const line of lines) if (line.startsWith("import ")) imports.add(line);
    const program = lines.filter((line) => !line.startsWith("import ")).join("\n");
    return `try {\n${program}\n} catch (error) { console.error("${called(endpoint)}", error.message); }`;
  };
  const program = [...standing.map(blockOf), `if (Date.now() === 0) {`, ...leaning.map(blockOf), "}"];
  writeFileSync(join(folder, "examples.mjs"), [...imports, ...program].join("\n"));
  const { stderr } = await run(process.execPath, ["examples.mjs"], inFolder(world));
  expect(stderr).toBe("");
});

test("say what to run where the key and the ids come from elsewhere", () => {
  const endpoint = endpointOf("POST /v1/payment_intents/:id/capture");
  const place = { url: "https://pay.example.com", accountId: "acct_1" };
  const { curl, node, python, cli } = examplesOf(endpoint, place);
  expect(curl).toContain(
    `https://pay.example.com/v1/payment_intents/pi_123/capture \\\n  -u "$STRIPE_SECRET_KEY:"`,
  );
  expect(node).toContain(`{ host: "pay.example.com", port: 443, protocol: "https" }`);
  expect(node).toContain(`stripe.paymentIntents.capture("pi_123"`);
  expect(python).toContain(`stripe.api_base = "https://pay.example.com"`);
  expect(python).toContain(`stripe.PaymentIntent.capture("pi_123"`);
  expect(cli).toContain(
    `stripe post /v1/payment_intents/pi_123/capture \\\n  --api-base https://pay.example.com`,
  );
});

test("Python names what Node names, in its own way", () => {
  const python = (call: string) =>
    examplesOf(endpointOf(call), { url: "http://127.0.0.1:3000", accountId: "acct_1" }).python;
  expect(python("POST /v1/payment_intents/:id/increment_authorization")).toContain(
    "stripe.PaymentIntent.increment_authorization(",
  );
  expect(python("POST /v1/customers/:id")).toContain(`stripe.Customer.modify("cus_123"`);
  expect(python("POST /v1/customers/:customer/sources/:id")).toContain("stripe.Customer.modify_source(");
  expect(python("DELETE /v1/coupons/:id")).toContain(`stripe.Coupon.delete("coupon_123")`);
  expect(python("POST /v1/test_helpers/test_clocks")).toContain("stripe.test_helpers.TestClock.create(");
  expect(python("POST /v1/tax_rates")).toContain(`inclusive=True`);
  expect(python("GET /v1/charges/:charge/dispute")).toBeUndefined();
});

function inFolder({ key }: ApiWorld) {
  return { cwd: folder, env: { ...process.env, STRIPE_SECRET_KEY: key }, maxBuffer: 1e8 };
}
