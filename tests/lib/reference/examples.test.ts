import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Endpoint } from "#lib/api/endpoint";
import { resources } from "#lib/api/registry";
import { examplesOf } from "#lib/reference/examples";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { samples } from "#tests/support/samples";

/** They are there to say that there are no connected accounts. */
const refused = [
  "POST /v1/accounts",
  "POST /v1/accounts/:account",
  "DELETE /v1/accounts/:account",
  "POST /v1/accounts/:account/capabilities/:id",
];
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "comptoir-examples-"));
const called = ({ method, path }: Endpoint) => `${method} ${path}`;
const everywhere = { url: "http://127.0.0.1:3000", accountId: "acct_1" };
const [standing, leaning] = byWhetherTheyStand();

beforeAll(() => {
  writeFileSync(join(folder, "receipt.pdf"), samples.pdf);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("those in curl that need no id of one's own run as they stand", { timeout: 60_000 }, async () => {
  const world = await aWorldWithMoney();
  const wrong: string[] = [];
  for (const endpoint of standing) {
    const { curl } = examplesOf(endpoint, placeOf(world));
    const { stdout } = await run("sh", ["-c", `${curl} -s`], inFolder(world));
    if (JSON.parse(stdout).error) wrong.push(`${curl}\n${stdout}`);
  }
  expect(wrong).toEqual([]);
});

test("so do those in Node, and the others are programs too", { timeout: 60_000 }, async () => {
  const world = await aWorldWithMoney();
  const imports = new Set<string>();
  const blockOf = (endpoint: Endpoint) => {
    const lines = examplesOf(endpoint, placeOf(world)).node.split("\n");
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
  const { curl, node } = examplesOf(endpoint, { url: "https://pay.example.com", accountId: "acct_1" });
  expect(curl).toContain(
    `https://pay.example.com/v1/payment_intents/pi_123/capture \\\n  -u "$STRIPE_SECRET_KEY:"`,
  );
  expect(node).toContain(`{ host: "pay.example.com", port: 443, protocol: "https" }`);
  expect(node).toContain(`stripe.paymentIntents.capture("pi_123"`);
});

/** The endpoints whose examples run as they stand, and those that need an id put in. */
function byWhetherTheyStand(): [Endpoint[], Endpoint[]] {
  const endpoints = resources.flatMap((resource) => resource.endpoints);
  const stands = (endpoint: Endpoint) =>
    !refused.includes(called(endpoint)) && !examplesOf(endpoint, everywhere).curl.includes("_123");
  return [endpoints.filter(stands), endpoints.filter((endpoint) => !stands(endpoint))];
}

function endpointOf(call: string): Endpoint {
  const endpoint = [...standing, ...leaning].find((each) => called(each) === call);
  if (!endpoint) throw new Error(`There is no ${call}`);
  return endpoint;
}

/** With something to pay out. */
async function aWorldWithMoney(): Promise<ApiWorld> {
  const world = await anApiWorld();
  await world.stripe.charges.create({ amount: 5000, currency: "eur", source: "tok_bypassPending" });
  return world;
}

function placeOf({ url, environment }: ApiWorld) {
  return { url, accountId: environment.accountId };
}

function inFolder({ key }: ApiWorld) {
  return { cwd: folder, env: { ...process.env, STRIPE_SECRET_KEY: key }, maxBuffer: 1e8 };
}
