import { and, eq } from "drizzle-orm";
import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { idempotencyKeys, operations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { day } from "#lib/clock";
import { pruneKeys } from "#lib/idempotency/prune";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let keys = 0;

beforeAll(async () => {
  world = await anApiWorld();
});

const newKey = () => `key-${++keys}`;
const payment = { amount: 2500, currency: "eur", payment_method: "pm_card_visa", confirm: true } as const;
const pay = (idempotencyKey: string, change: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  world.stripe.paymentIntents.create(
    { ...payment, automatic_payment_methods: { enabled: true, allow_redirects: "never" }, ...change },
    { idempotencyKey },
  );

async function failure(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError))
    throw new Error("The call did not fail as the client expects");
  return error;
}

test("the same key and parameters are answered the same, once", async () => {
  const key = newKey();
  const before = (await world.stripe.customers.list({ limit: 100 })).data.length;
  const first = await world.stripe.customers.create(
    { name: "Ada", metadata: { a: "1" } },
    { idempotencyKey: key },
  );
  const second = await world.stripe.customers.create(
    { name: "Ada", metadata: { a: "1" } },
    { idempotencyKey: key },
  );
  expect(second).toEqual(first);
  expect(first.lastResponse.headers).not.toHaveProperty("idempotent-replayed");
  expect(second.lastResponse.headers).toMatchObject({
    "idempotent-replayed": "true",
    "idempotency-key": key,
    "original-request": first.lastResponse.requestId,
  });
  expect((await world.stripe.customers.list({ limit: 100 })).data).toHaveLength(before + 1);
});

test("the order of the parameters does not matter, their values do", async () => {
  const send = (body: string) =>
    rawRequest(world, {
      method: "POST",
      path: "/v1/customers",
      headers: { Authorization: `Bearer ${world.key}`, "Idempotency-Key": "ordered" },
      body,
    });
  const first = await send("name=Ada&metadata[a]=1&metadata[b]=2");
  const second = await send("metadata[b]=2&metadata[a]=1&name=Ada");
  expect(second.text).toBe(first.text);
  const third = await send("name=Ada&metadata[a]=2&metadata[b]=1");
  expect(third.status).toBe(400);
  expect(third.headers["stripe-should-retry"]).toBe("false");
  expect(third.error).toMatchObject({
    type: "idempotency_error",
    message:
      "Keys for idempotent requests can only be used with the same parameters they were first used with. Try " +
      "using a key other than 'ordered' if you meant to execute a different request.",
  });
});

test("a key does not serve two endpoints", async () => {
  const key = newKey();
  await world.stripe.customers.create({ name: "Ada" }, { idempotencyKey: key });
  const error = await failure(pay(key));
  expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(error.message).toContain("for the same endpoint they were first used for");
});

test("a decline is replayed, and the bank is not asked again", async () => {
  const key = newKey();
  const first = await failure(pay(key, { payment_method: "pm_card_chargeDeclined" }));
  const second = await failure(pay(key, { payment_method: "pm_card_chargeDeclined" }));
  expect(first).toMatchObject({ statusCode: 402, code: "card_declined", decline_code: "generic_decline" });
  expect(second.message).toBe(first.message);
  expect(second.charge).toBe(first.charge);
  expect(second.payment_intent).toEqual(first.payment_intent);
  expect(second.headers).toMatchObject({ "idempotent-replayed": "true", "stripe-should-retry": "false" });
});

test("a request that fails validation leaves its key free", async () => {
  const key = newKey();
  expect(await failure(pay(key, { amount: -1 }))).toMatchObject({ param: "amount" });
  expect(await failure(pay(key, { customer: "cus_nobody" }))).toMatchObject({ code: "resource_missing" });
  expect((await pay(key)).status).toBe("succeeded");
});

test("what the state of things forbids is replayed, as long as the key lives", async () => {
  const key = newKey();
  const done = await pay(newKey());
  const cancel = () => world.stripe.paymentIntents.cancel(done.id, {}, { idempotencyKey: key });
  const first = await failure(cancel());
  expect(first).toMatchObject({ code: "payment_intent_unexpected_state" });
  const second = await failure(cancel());
  expect(second.headers).toMatchObject({ "idempotent-replayed": "true" });
  expect(second.message).toBe(first.message);
});

test("twelve equal requests at once are one payment", async () => {
  const key = newKey();
  const answers = await Promise.allSettled(Array.from({ length: 12 }, () => pay(key)));
  const paid = answers.filter((answer) => answer.status === "fulfilled").map((answer) => answer.value.id);
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(new Set(paid).size).toBe(1);
  for (const { reason } of refused) {
    expect(reason).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    expect(reason.headers).toMatchObject({ "stripe-should-retry": "true" });
  }
  const again = await pay(key);
  expect(again.id).toBe(paid[0]);
});

test("twelve clients that retry all see the one payment", async () => {
  const key = newKey();
  const client = aClient(world, world.key, { maxNetworkRetries: 5 });
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      client.paymentIntents.create(
        { ...payment, automatic_payment_methods: { enabled: true, allow_redirects: "never" } },
        { idempotencyKey: key },
      ),
    ),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test("twelve equal creations at once are one customer", async () => {
  const key = newKey();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      world.stripe.customers.create({ name: "Grace" }, { idempotencyKey: key }),
    ),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test("keys of two businesses have nothing to do with each other", async () => {
  const key = newKey();
  const other = await anApiWorld();
  const mine = await world.stripe.customers.create({ name: "Ada" }, { idempotencyKey: key });
  const theirs = await other.stripe.customers.create({ name: "Bob" }, { idempotencyKey: key });
  expect(theirs.id).not.toBe(mine.id);
});

test("a key of more than 255 characters is refused", async () => {
  const answer = await rawRequest(world, {
    method: "POST",
    path: "/v1/customers",
    headers: { Authorization: `Bearer ${world.key}`, "Idempotency-Key": "k".repeat(256) },
    body: "name=Ada",
  });
  expect(answer.status).toBe(400);
});

test("an answer is kept with what was expanded in it", async () => {
  const key = newKey();
  const expand = ["latest_charge"];
  const first = await pay(key, { expand });
  expect(first.latest_charge).toMatchObject({ object: "charge" });
  expect(await pay(key, { expand })).toEqual(first);
});

test("after 24 hours a key is free again, and is forgotten", async () => {
  const key = newKey();
  const first = await world.stripe.customers.create({ name: "Ada" }, { idempotencyKey: key });
  await age(key, day + 1);
  const second = await world.stripe.customers.create({ name: "Somebody else" }, { idempotencyKey: key });
  expect(second.id).not.toBe(first.id);
  await age(key, day + 1);
  await pruneKeys();
  expect(await rowOf(key)).toBeUndefined();
});

test("a retry finishes what a caller left behind between an operation's steps", async () => {
  const key = newKey();
  const paid = await pay(key);
  await forgetAnswer(key);
  expect(await failure(pay(key))).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });

  await expireLease(key);
  const again = await pay(key);
  expect(again.id).toBe(paid.id);
  expect(again.status).toBe("succeeded");
  expect(again.lastResponse.headers).toMatchObject({ "idempotent-replayed": "true" });
  expect((await rowOf(key))?.state).toBe("finished");
});

test("a retry is told of the decline that a caller did not live to hear", async () => {
  const key = newKey();
  const first = await failure(pay(key, { payment_method: "pm_card_chargeDeclined" }));
  await forgetAnswer(key);
  await expireLease(key);
  const again = await failure(pay(key, { payment_method: "pm_card_chargeDeclined" }));
  expect(again).toMatchObject({ statusCode: 402, code: "card_declined", message: first.message });
});

test("two keys of one business reach the same answer", async () => {
  const key = newKey();
  const restricted = aClient(world, await aKey(world, "restricted", ["customers:write"]));
  const first = await world.stripe.customers.create({ name: "Ada" }, { idempotencyKey: key });
  const second = await restricted.customers.create({ name: "Ada" }, { idempotencyKey: key });
  expect(second.id).toBe(first.id);
});

const thisKey = (key: string) =>
  and(eq(idempotencyKeys.environmentId, world.environment.id), eq(idempotencyKeys.key, key));

async function rowOf(key: string) {
  const [row] = await transaction(world.viewer, (tx) =>
    tx.db.select().from(idempotencyKeys).where(thisKey(key)),
  );
  return row;
}

async function age(key: string, by: number): Promise<void> {
  const createdAt = Date.now() - by;
  await transaction(world.viewer, (tx) =>
    tx.db.update(idempotencyKeys).set({ createdAt }).where(thisKey(key)),
  );
}

/** As after a crash once the operation was settled by somebody else: nobody stored the answer. */
async function forgetAnswer(key: string): Promise<void> {
  const row = await rowOf(key);
  if (!row?.operationId) throw new Error("The key names no operation");
  await transaction(world.viewer, async (tx) => {
    await tx.db
      .update(idempotencyKeys)
      .set({ state: "started", status: null, answer: null })
      .where(thisKey(key));
    const [operation] = await tx.db
      .select()
      .from(operations)
      .where(eq(operations.id, row.operationId ?? ""));
    expect(operation?.state).toBe("settled");
  });
}

async function expireLease(key: string): Promise<void> {
  await transaction(world.viewer, (tx) =>
    tx.db.update(idempotencyKeys).set({ leaseUntil: 0 }).where(thisKey(key)),
  );
}
