import { describe, expect, test, vi } from "vitest";
import { update } from "#db/rows";
import { paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { createApi } from "#lib/api/create-api";
import { resources } from "#lib/api/registry";
import { createLimiter } from "#lib/limits/limiter";
import { documentedLimits, type Limits, parseLimits } from "#lib/limits/limits";
import { createRates } from "#lib/limits/rates";
import { processor } from "#lib/processors/index";
import { aClient, anApiServer, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

const limitedTo = (figures: string) => anApiWorld({ handler: createApi(resources, parseLimits(figures)) });

function endpointAt(path: string, method = "GET") {
  const found = resources
    .flatMap(({ endpoints }) => endpoints)
    .find((endpoint) => endpoint.path === path && endpoint.method === method);
  if (!found) throw new Error(`There is no ${method} ${path}`);
  return found;
}

const customers = endpointAt("/v1/customers");

/** How many of so many requests are let in, one after another and each over before the next. */
function letIn(limits: Partial<Limits>, endpoint = customers, kind: "live" | "test" = "test") {
  const enter = createLimiter({ ...documentedLimits, ...limits }, () => 0);
  let count = 0;
  try {
    for (; count < 2000; count++) enter({ environment: { id: 1, kind }, endpoint, path: endpoint.path })();
  } catch (error) {
    return { count, error };
  }
  return { count, error: null };
}

test("more than a second's requests are refused, and the client learns which limit it met", async () => {
  const world = await limitedTo("test=2");
  const ask = () =>
    rawRequest(world, { path: "/v1/customers", headers: { Authorization: `Bearer ${world.key}` } });
  await ask();
  await ask();
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.error).toMatchObject({
    code: "rate_limit",
    message: expect.stringContaining("rate limit exceeded"),
  });
  expect(refused.headers).toMatchObject({
    "stripe-rate-limited-reason": "global-rate",
    "stripe-should-retry": "false",
  });
  await expect(world.stripe.customers.list()).rejects.toMatchObject({ type: "StripeRateLimitError" });
  // What writes is counted by itself.
  expect((await world.stripe.customers.create({})).object).toBe("customer");
});

const held = {
  ...{ amount: 500, currency: "eur", payment_method: "pm_card_visa" },
  ...{ capture_method: "manual", confirm: true },
} as const;

/** Captures a payment, but for its last step: the processor answers when it is told to. */
async function beginCapture({ stripe }: ApiWorld, id: string) {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const { capture } = processor();
  vi.spyOn(processor(), "capture").mockImplementationOnce(async (request) => {
    asked.resolve();
    await answer.promise;
    return capture(request);
  });
  const captured = stripe.paymentIntents.capture(id);
  await asked.promise;
  return { captured, answer: answer.resolve };
}

test("an object that another request is at work on is waited for", async () => {
  const world = await anApiWorld();
  const { stripe } = world;
  const { id } = await stripe.paymentIntents.create(held);
  const first = await beginCapture(world, id);
  const order = { idempotencyKey: "second" };
  const second = stripe.paymentIntents.update(id, { description: "Second" }, order);
  const third = stripe.paymentIntents.cancel(id).catch((error: unknown) => error);
  await stripe.paymentIntents.retrieve(id);
  first.answer();
  expect(await first.captured).toMatchObject({ status: "succeeded" });
  expect(await second).toMatchObject({ status: "succeeded", description: "Second" });
  expect(await third).toMatchObject({ code: "payment_intent_unexpected_state" });
  expect(await stripe.paymentIntents.update(id, { description: "Second" }, order)).toEqual(await second);
});

test("an object that is not free in time is refused, to be tried again", async () => {
  const world = await limitedTo("lockTimeout=1");
  const { stripe } = world;
  const { id } = await stripe.paymentIntents.create(held);
  const first = await beginCapture(world, id);
  await expect(stripe.paymentIntents.update(id, { description: "Second" })).rejects.toMatchObject({
    ...{ statusCode: 429, code: "lock_timeout", type: "StripeRateLimitError" },
    ...{ rawType: "invalid_request_error", headers: { "stripe-should-retry": "true" } },
  });
  first.answer();
  expect(await first.captured).toMatchObject({ status: "succeeded", description: null });
});

test("what was refused of an object at work is carried out under the same key afterwards", async () => {
  const { stripe, viewer } = await limitedTo("lockTimeout=0");
  const { id } = await stripe.paymentIntents.create(held);
  const atWork = (activeOperationId: string | null) =>
    transaction(viewer, (tx) => update(tx, paymentIntents, id, { activeOperationId }));
  await atWork("op_of_another");
  const order = { idempotencyKey: "capture" };
  await expect(stripe.paymentIntents.capture(id, {}, order)).rejects.toMatchObject({
    statusCode: 429,
    code: "lock_timeout",
    type: "StripeRateLimitError",
  });
  await atWork(null);
  expect((await stripe.paymentIntents.capture(id, {}, order)).status).toBe("succeeded");
});

test("what was refused stored nothing under its idempotency key", async () => {
  const world = await limitedTo("test=1");
  await world.stripe.customers.create({ name: "First" });
  const options = { idempotencyKey: "limited" };
  await expect(world.stripe.customers.create({ name: "Second" }, options)).rejects.toMatchObject({
    statusCode: 429,
  });
  const unlimited = aClient(await anApiServer(), world.key);
  const { lastResponse } = await unlimited.customers.create({ name: "Third" }, options);
  expect(lastResponse.headers["idempotent-replayed"]).toBeUndefined();
});

describe("the documented limits", () => {
  test.each([
    ["a live environment", {}, "live", 25, "endpoint-rate"],
    ["a live environment's endpoints together", { endpoint: 1000 }, "live", 100, "global-rate"],
    ["a test environment", { endpoint: 1000 }, "test", 25, "global-rate"],
  ] as const)("of %s", (_what, limits, kind, count, limitedBy) => {
    expect(letIn(limits, customers, kind)).toMatchObject({ count, error: { facts: { limitedBy } } });
  });

  test("of searches, all together", () => {
    const found = letIn({}, endpointAt("/v1/customers/search"), "live");
    expect(found).toMatchObject({ count: 20, error: { facts: { limitedBy: "endpoint-rate" } } });
  });

  test("of changes to one payment intent", () => {
    const off = { live: 1e6, endpoint: 1e6 };
    const found = letIn(off, endpointAt("/v1/payment_intents/:id", "POST"), "live");
    expect(found).toMatchObject({ count: 1000, error: { facts: { limitedBy: "resource-specific" } } });
  });

  test("of requests at once: one that is over makes room", () => {
    const enter = createLimiter({ ...documentedLimits, concurrency: 2 }, () => 0);
    const entering = { environment: { id: 1, kind: "live" as const }, endpoint: customers, path: "" };
    const leave = enter(entering);
    enter(entering);
    expect(() => enter(entering)).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ limitedBy: "global-concurrency" }) }),
    );
    leave();
    expect(() => enter(entering)).not.toThrow();
    expect(() => enter({ ...entering, environment: { id: 2, kind: "live" } })).not.toThrow();
  });
});

test("what was used up comes back little by little", () => {
  let at = 0;
  const may = createRates(1000, () => at);
  expect([may("a", 2), may("a", 2), may("a", 2), may("b", 2)]).toEqual([true, true, false, true]);
  at = 500;
  expect([may("a", 2), may("a", 2)]).toEqual([true, false]);
  at = 10_000;
  expect([may("a", 2), may("a", 2), may("a", 2)]).toEqual([true, true, false]);
});

test.each([
  ["off", null],
  ["documented", documentedLimits],
  ["documented,live=500", { ...documentedLimits, live: 500 }],
  ["documented,lockTimeout=0", { ...documentedLimits, lockTimeout: 0 }],
  [
    "live=500 test=100",
    {
      ...documentedLimits,
      ...Object.fromEntries(Object.keys(documentedLimits).map((name) => [name, Infinity])),
      lockTimeout: documentedLimits.lockTimeout,
      live: 500,
      test: 100,
    },
  ],
])("API_LIMITS=%s", (text, limits) => {
  expect(parseLimits(text)).toEqual(limits);
});

test.each([
  "on",
  "live",
  "live=0",
  "lockTimeout=-1",
  "live=-1",
  "live=many",
  "everything=5",
  "live=5,documented",
])("API_LIMITS=%s cannot be read", (text) => {
  expect(() => parseLimits(text)).toThrow("must be off, documented");
});
