import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { backupTo } from "#db/backup";
import { closeDatabase } from "#db/database";
import { transaction } from "#db/transaction";
import { storeKey } from "#lib/keys/create-key";
import { newKeyText } from "#lib/keys/key-text";
import { listKeys } from "#lib/keys/queries";
import { rollKey } from "#lib/keys/roll-key";
import { createPerson } from "#lib/people/create-person";
import { closeRequestLog } from "#lib/request-log/write";
import { listEndpoints } from "#lib/webhooks/queries";
import { rollSecret } from "#lib/webhooks/roll-secret";
import { aClient, anApiServer } from "#tests/support/api-server";
import { type RawRequest, rawRequest } from "#tests/support/raw-request";
import { aReceiver } from "#tests/support/receiver";
import { aWorld, type World } from "#tests/support/world";

const key = newKeyText("secret", "test");
const password = "correct horse battery staple 26";
const cards = [
  "4242424242424242",
  "5555555555554444",
  "4000000000000341",
  "378282246310005",
  "3566002020360505",
];
const idNumber = "928374650192837";
/** By what they are, in the order in which they came to be. */
const secrets = new Map<string, string>([
  ["the secret key", key],
  ["the password", password],
  ["the number of an id card", idNumber],
  ["an IBAN", "DE89370400440532013000"],
  ...cards.map((number) => [`the card ${number}`, number] as const),
  ["a card with blanks", "4242 4242 4242 4242"],
]);

let world: World;
let said = "";

beforeAll(async () => {
  world = await aWorld();
  await createPerson({ email: "ada@secrets.test", name: "Ada", password });
  await transaction(world.viewer, (tx) => storeKey(tx, key, { kind: "secret", name: "shop", demo: "no" }));
  const receiver = await aReceiver((response, { headers }) => {
    // A receiver that tells all it knows.
    response.end(JSON.stringify({ headers, key, card: cards[0] }));
  });
  await serve(async (port) => {
    const server = { port, url: `http://127.0.0.1:${port}` };
    secrets.set("the webhook secret", await useEverything(server, receiver.url));
    await receiver.until(3);
  });
  const own = await anApiServer();
  for (const request of clumsy(key)) await rawRequest(own, request);
  secrets.set("the key after it", await roll());
});

test("no key, password, card number or webhook secret lies in a file of ours, in a backup, or in the log", async () => {
  const folder = dirname(String(process.env.DATABASE_URL).replace(/^file:/, ""));
  await backupTo(join(folder, "backup", "copy.db"));
  await closeRequestLog();
  await closeDatabase();
  const files = globSync("**/*", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(
    (file) => [file.name, readFileSync(join(file.parentPath, file.name), "latin1")] as const,
  );
  expect(texts.map(([name]) => name)).toEqual(
    expect.arrayContaining(["test.db", "test-requests.db", "copy.db"]),
  );
  const found = [...texts, ["the log", said] as const].flatMap(([place, text]) =>
    [...secrets].filter(([, secret]) => text.includes(secret)).map(([what]) => `${what} in ${place}`),
  );
  expect(found).toEqual([]);
});

/** The API in a process of its own that logs all there is to log, while `work` uses it. */
async function serve(work: (port: number) => Promise<void>): Promise<void> {
  await closeDatabase();
  const child = spawn(process.execPath, ["tests/support/api-process.ts"], {
    env: { ...process.env, LOG_LEVEL: "trace" },
  });
  const [port] = await once(child.stdout, "data");
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  try {
    await work(Number(String(port)));
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

/** Sends every kind of secret where it belongs. Yields the secret of the endpoint. */
async function useEverything(server: { port: number; url: string }, url: string): Promise<string> {
  const stripe = aClient(server, key);
  const { secret } = await stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  const [number = "", mastercard = "", declined = "", amex = "", jcb = ""] = cards;
  const card = (text: string) => ({
    number: text,
    exp_month: 12,
    exp_year: 2040,
    cvc: text.startsWith("3782") ? "7319" : "731",
  });
  const written = (text: string) => ({ ...card(text), exp_month: "12", exp_year: "2040" });
  const { id: token } = await stripe.tokens.create({ card: written(amex) });
  const customer = await stripe.customers.create({ source: token }, { idempotencyKey: "once" });
  await stripe.customers.create({ source: token }, { idempotencyKey: "once" });
  await stripe.tokens.create({ pii: { id_number: idNumber } });
  await stripe.paymentMethods.create({
    type: "sepa_debit",
    sepa_debit: { iban: "DE89370400440532013000" },
    billing_details: { name: "Ada", email: "ada@secrets.test" },
  });
  const method = await stripe.paymentMethods.create({ type: "card", card: card(mastercard) });
  const pay = { amount: 900, currency: "eur", confirm: true, payment_method_types: ["card"] };
  await stripe.paymentIntents.create({ ...pay, payment_method: method.id, customer: customer.id });
  for (const text of [number, declined]) {
    // Numbers that the client's types leave out.
    const payment_method_data: object = { type: "card", card: card(text) };
    await stripe.rawRequest("POST", "/v1/payment_intents", { ...pay, payment_method_data }).catch(() => {});
  }
  await stripe.tokens.create({ card: { ...written(jcb), number: jcb.replace(/(\d{4})(?=\d)/g, "$1 ") } });
  return String(secret);
}

/** And where they do not belong. */
function* clumsy(secret: string): Generator<RawRequest> {
  const Authorization = `Bearer ${secret}`;
  const form = (body: string) => ({ method: "POST", body, headers: { Authorization } });
  yield { path: `/v1/customers?key=${secret}`, headers: {} };
  yield { path: `/v1/customers?card[number]=${cards[0]}`, headers: { Authorization } };
  yield { path: `/v1/customers/${secret}`, headers: { Authorization } };
  yield { path: `/v1/nowhere/${cards[0]}`, headers: { Authorization } };
  yield { path: "/v1/tokens", ...form(`card[number]=${cards[0]}&card[exp_month]=13&password=${password}`) };
  yield {
    path: "/v1/customers",
    ...form(`email=${cards[1]}&card=${encodeURIComponent("4242 4242 4242 4242")}`),
  };
  yield { path: "/v1/charges", ...form(`amount=100&currency=eur&source=${cards[3]}`) };
  yield { path: "/v1/customers", headers: { Authorization: `Bearer ${secret}x` } };
  yield { path: "/v1/customers", headers: { Authorization, "Stripe-Version": secret } };
  yield {
    path: "/v1/customers",
    ...form("name=Ada"),
    headers: { Authorization, "User-Agent": `shop ${secret} ${cards[4]}` },
  };
}

/** Rolls the key and the endpoint's secret, as people do in the dashboard. */
async function roll(): Promise<string> {
  const { viewer } = world;
  const [endpoint] = (await listEndpoints(viewer, { limit: 1 })).rows;
  if (!endpoint) throw new Error("The endpoint is gone");
  const { secret } = await rollSecret(viewer, { id: endpoint.id, overlapHours: 24 });
  secrets.set("the webhook secret after it", secret);
  const [shop] = await listKeys(viewer);
  if (!shop) throw new Error("The key is gone");
  const { text } = await rollKey(viewer, { id: shop.id, overlapHours: 1 });
  return text;
}
