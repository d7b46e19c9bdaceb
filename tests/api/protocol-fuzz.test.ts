import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "#lib/api/endpoint";
import { resources } from "#lib/api/registry";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { type RawAnswer, rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
/** One object of each kind, by the collection it is found in. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await anApiWorld();
  const customer = await world.stripe.customers.create({ name: "Ada" });
  const method = await world.stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  const payment = await world.stripe.paymentIntents.create({
    amount: 2500,
    currency: "eur",
    customer: customer.id,
  });
  Object.assign(ids, { customers: customer.id, payment_methods: method.id, payment_intents: payment.id });
});

const endpoints = resources.flatMap((resource) => resource.endpoints);
const named = endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

const nasty = [
  "=",
  "=x",
  "=-1",
  "=0",
  "=1.5",
  "=99999999999999999999",
  "=true",
  "=null",
  "=%F0%9F%92%A5",
  `=${"x".repeat(6000)}`,
  "[]=x",
  "[]=",
  "[0][a]=1",
  "[a]=1",
  "[a][b][c]=1",
  "[type]=card",
  "[__proto__]=1",
];

/** Sent along so that what is asked for first does not hide the rest. */
const plausible: Record<string, Record<string, string>> = {
  "/v1/payment_intents": { amount: "2500", currency: "eur" },
  "/v1/charges": { amount: "2500", currency: "eur", source: "tok_visa" },
  "/v1/payment_methods": { type: "card", "card[token]": "tok_visa" },
  "/v1/tokens": { "card[number]": "4242424242424242", "card[exp_month]": "12", "card[exp_year]": "2034" },
};

describe("whatever a parameter is given, the answer is a decision, not an accident", () => {
  test.each(named)("%s", async (_name, endpoint) => {
    for (const name of Object.keys(endpoint.params.shape)) {
      for (const value of nasty) {
        const others = Object.entries(plausible[endpoint.path] ?? {}).filter(
          ([other]) => !other.startsWith(name),
        );
        const form = [...others.map(([key, given]) => `${key}=${given}`), `${name}${value}`].join("&");
        expectDecision(
          await send(endpoint, form),
          `${endpoint.method} ${endpoint.path} ${form.slice(0, 200)}`,
        );
      }
    }
  });
});

test("nor is it with any mixture of them", async () => {
  const call = fc.record({
    endpoint: fc.constantFrom(...endpoints),
    pick: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...nasty)), { maxLength: 5 }),
  });
  const property = fc.asyncProperty(call, async ({ endpoint, pick }) => {
    const names = Object.keys(endpoint.params.shape);
    const form = pick
      .map(([at, value]) => `${names[at % Math.max(1, names.length)] ?? "a"}${value}`)
      .join("&");
    expectDecision(await send(endpoint, form), `${endpoint.method} ${endpoint.path} ${form}`);
  });
  await fc.assert(property, { numRuns: 300 });
});

function send({ method, path }: Endpoint, form: string): Promise<RawAnswer> {
  const id = ids[path.split("/")[2] ?? ""] ?? "x_nobody";
  const filled = path.replaceAll(/:\w+/g, id);
  const headers = { Authorization: `Bearer ${world.key}` };
  return method === "POST"
    ? rawRequest(world, { method, path: filled, headers, body: form })
    : rawRequest(world, { method, path: `${filled}?${form}`, headers });
}

function expectDecision(answer: RawAnswer, asked: string): void {
  expect(answer.status, `${asked}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  // The head of a request may have 16 KB; beyond that HTTP itself refuses it, before the API hears of it.
  if (answer.status < 400 || answer.status === 431) return;
  expect(answer.error, asked).toMatchObject({ type: expect.any(String), message: expect.any(String) });
}
