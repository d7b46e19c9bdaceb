import type Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { apiVersion } from "#lib/api-version";
import { eventsOfObject, eventsOfPayment } from "#lib/events/queries";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let customer: Stripe.Customer;
let payment: Stripe.PaymentIntent;

beforeAll(async () => {
  world = await anApiWorld();
  customer = await world.stripe.customers.create({ name: "Ada" }, { idempotencyKey: "the-key" });
  await world.stripe.customers.update(customer.id, { name: "Ada Lovelace" });
  payment = await world.stripe.paymentIntents.create({
    amount: 2500,
    currency: "eur",
    payment_method: "pm_card_visa",
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
});

const typesOf = (list: { data: { type: string }[] }) => list.data.map(({ type }) => type);

test("an event carries the object as it was, and the request that made it", async () => {
  const [event] = (await world.stripe.events.list({ type: "customer.created" })).data;
  expect(event).toMatchObject({
    object: "event",
    api_version: apiVersion,
    type: "customer.created",
    livemode: false,
    pending_webhooks: 0,
    data: { object: { id: customer.id, object: "customer", name: "Ada" } },
    request: { id: expect.stringMatching(/^req_/), idempotency_key: "the-key" },
  });
  expect(event && (await world.stripe.events.retrieve(event.id))).toEqual(event);
});

test("an update says what was there before", async () => {
  const [event] = (await world.stripe.events.list({ type: "customer.updated" })).data;
  expect(event?.data).toMatchObject({
    object: { name: "Ada Lovelace" },
    previous_attributes: { name: "Ada" },
  });
});

test("a group of types, or several by name, newest first", async () => {
  expect(typesOf(await world.stripe.events.list({ type: "customer.*" }))).toEqual([
    "customer.updated",
    "customer.created",
  ]);
  const several = await world.stripe.events.list({ types: ["customer.created", "payment_intent.succeeded"] });
  expect(typesOf(several)).toEqual(["payment_intent.succeeded", "customer.created"]);
  expect(typesOf(await world.stripe.events.list({ type: "*", limit: 100 }))).toEqual(
    typesOf(await world.stripe.events.list({ limit: 100 })),
  );
  expect(typesOf(await world.stripe.events.list({ type: "invoice.*" }))).toEqual([]);
});

test("a group is paged through completely, both ways", async () => {
  const all = (await world.stripe.events.list({ limit: 100 })).data.map(({ id }) => id);
  const forward: string[] = [];
  for await (const { id } of world.stripe.events.list({ types: [...new Set(await allTypes())], limit: 2 })) {
    forward.push(id);
  }
  expect(forward).toEqual(all);
  const types = await allTypes();
  const backward: string[] = [];
  for await (const { id } of world.stripe.events.list({ types, limit: 2, ending_before: all.at(-1) }))
    backward.push(id);
  expect(backward).toEqual(all.slice(0, -1).reverse());
});

test("type and types together are refused", async () => {
  await expect(world.stripe.events.list({ type: "a", types: ["b"] })).rejects.toMatchObject({
    param: "types",
  });
});

test("no delivery has failed where nothing is delivered", async () => {
  expect((await world.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  expect((await world.stripe.events.list({ delivery_success: true })).data.length).toBeGreaterThan(3);
});

test("an event shows nothing that its reader may not see", async () => {
  const reader = aClient(world, await aKey(world, "restricted", ["events:read", "customers:read"]));
  expect(typesOf(await reader.events.list({ limit: 100 }))).toEqual(["customer.updated", "customer.created"]);
  const [hidden] = (await world.stripe.events.list({ type: "payment_intent.created" })).data;
  await expect(reader.events.retrieve(hidden?.id ?? "")).rejects.toMatchObject({ statusCode: 403 });
});

test("another business's event does not exist", async () => {
  const other = await anApiWorld();
  const [event] = (await world.stripe.events.list({ limit: 1 })).data;
  await expect(other.stripe.events.retrieve(event?.id ?? "")).rejects.toMatchObject({
    statusCode: 404,
    message: `No such event: '${event?.id}'`,
  });
});

test("the dashboard finds the events of a payment and of an object", async () => {
  const types = (await eventsOfPayment(world.viewer, payment.id)).map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]),
  );
  expect((await eventsOfObject(world.viewer, customer.id)).map(({ type }) => type)).toEqual([
    "customer.updated",
    "customer.created",
  ]);
});

async function allTypes(): Promise<string[]> {
  return [...new Set(typesOf(await world.stripe.events.list({ limit: 100 })))];
}
