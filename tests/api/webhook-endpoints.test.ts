import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { closeDatabase } from "#db/database";
import { findEndpoint } from "#lib/webhooks/queries";
import { secretsOf } from "#lib/webhooks/secrets";
import { answering, aReceiver } from "#tests/support/receiver";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { aDispatcher } from "#tests/support/webhooks";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const url = "https://example.com/hooks";

test("an endpoint comes back with every parameter, and its secret only once", async () => {
  const { stripe } = world;
  const created = await stripe.webhookEndpoints.create({
    url,
    enabled_events: ["charge.succeeded", "refund.created"],
    api_version: "2024-06-20",
    description: "The shop",
    metadata: { team: "orders" },
    connect: false,
  });
  expect(created).toMatchObject({
    object: "webhook_endpoint",
    api_version: "2024-06-20",
    application: null,
    description: "The shop",
    enabled_events: ["charge.succeeded", "refund.created"],
    livemode: false,
    metadata: { team: "orders" },
    status: "enabled",
    url,
  });
  expect(created.id).toMatch(/^we_/);
  expect(created.secret).toMatch(/^whsec_\w{32}$/);
  const { lastResponse: _, secret: __, ...rest } = created;
  const { lastResponse: ___, ...read } = await stripe.webhookEndpoints.retrieve(created.id);
  expect(read).toEqual(rest);
});

test("an endpoint is changed, disabled and enabled again", async () => {
  const { stripe } = world;
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: ["*"], metadata: { a: "1" } });
  const changed = await stripe.webhookEndpoints.update(id, {
    url: "https://example.com/others",
    enabled_events: ["customer.created"],
    description: "Others",
    metadata: { a: "", b: "2" },
    disabled: true,
  });
  expect(changed).toMatchObject({
    url: "https://example.com/others",
    enabled_events: ["customer.created"],
    description: "Others",
    metadata: { b: "2" },
    status: "disabled",
  });
  expect(changed.secret).toBeUndefined();
  const enabled = await stripe.webhookEndpoints.update(id, { disabled: false, description: "" });
  expect(enabled).toMatchObject({ status: "enabled", description: null, url: "https://example.com/others" });
});

test("a deleted endpoint is gone", async () => {
  const { stripe } = world;
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  const { lastResponse: _, ...deleted } = await stripe.webhookEndpoints.del(id);
  expect(deleted).toEqual({ id, object: "webhook_endpoint", deleted: true });
  const missing = { statusCode: 404, code: "resource_missing", message: `No such webhook endpoint: '${id}'` };
  await expect(stripe.webhookEndpoints.retrieve(id)).rejects.toMatchObject(missing);
  await expect(stripe.webhookEndpoints.update(id, { url })).rejects.toMatchObject(missing);
  await expect(stripe.webhookEndpoints.del(id)).rejects.toMatchObject(missing);
});

test("sixteen endpoints, page by page, and not one more", async () => {
  const { stripe } = await anApiWorld();
  const ids: string[] = [];
  for (let i = 0; i < 16; i++)
    ids.unshift((await stripe.webhookEndpoints.create({ url, enabled_events: ["*"] })).id);
  const listed = await stripe.webhookEndpoints.list({ limit: 5 }).autoPagingToArray({ limit: 100 });
  expect(listed.map(({ id }) => id)).toEqual(ids);
  const one = { url, enabled_events: ["*"] as ["*"] };
  await expect(stripe.webhookEndpoints.create(one)).rejects.toMatchObject({
    statusCode: 400,
    message: "You have reached the maximum of 16 test webhook endpoints.",
  });
  await stripe.webhookEndpoints.del(ids[0] ?? "");
  expect(await stripe.webhookEndpoints.create(one)).toMatchObject({ status: "enabled" });
});

test.each([
  [{ url }, { code: "parameter_missing", param: "enabled_events" }],
  [{ enabled_events: ["*"] }, { code: "parameter_missing", param: "url" }],
  [{ url, enabled_events: ["no.such.event"] }, { param: "enabled_events[0]" }],
  [
    { url: "example.com/hooks", enabled_events: ["*"] },
    { code: "url_invalid", param: "url" },
  ],
  [
    { url: "ftp://example.com", enabled_events: ["*"] },
    { code: "url_invalid", param: "url" },
  ],
  [{ url: "https://me:pw@example.com", enabled_events: ["*"] }, { param: "url" }],
  [
    { url: "http://10.0.0.7/hooks", enabled_events: ["*"] },
    { code: "url_not_public", param: "url" },
  ],
  [
    { url: "http://[::ffff:a00:7]/", enabled_events: ["*"] },
    { code: "url_not_public", param: "url" },
  ],
  [{ url, enabled_events: ["*"], api_version: "yesterday" }, { param: "api_version" }],
  [{ url, enabled_events: ["*"], connect: true }, { param: "connect" }],
  [
    { url, enabled_events: ["*"], colour: "blue" },
    { code: "parameter_unknown", param: "colour" },
  ],
])("what is wrong is named: %j", async (params, error) => {
  const create: (params: object) => Promise<unknown> = (given) =>
    world.stripe.rawRequest("POST", "/v1/webhook_endpoints", { ...given });
  await expect(create(params)).rejects.toMatchObject(error);
});

test("a key without the permission reads and changes nothing", async () => {
  const { id } = await world.stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  const { webhookEndpoints, events } = aClient(world, await aKey(world, "restricted", ["events:read"]));
  const acts = [
    webhookEndpoints.create({ url, enabled_events: ["*"] }),
    webhookEndpoints.retrieve(id),
    webhookEndpoints.update(id, { url }),
    webhookEndpoints.del(id),
    webhookEndpoints.list(),
  ];
  for (const act of acts) await expect(act).rejects.toMatchObject({ statusCode: 403 });
  expect((await events.list()).object).toBe("list");
});

test("another account's endpoint is as good as none", async () => {
  const { id } = await world.stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  const { stripe: stranger } = await anApiWorld();
  const missing = { statusCode: 404, code: "resource_missing" };
  await expect(stranger.webhookEndpoints.retrieve(id)).rejects.toMatchObject(missing);
  await expect(stranger.webhookEndpoints.update(id, { url })).rejects.toMatchObject(missing);
  await expect(stranger.webhookEndpoints.del(id)).rejects.toMatchObject(missing);
});

test("one idempotency key makes one endpoint, and tells the same secret again", async () => {
  const { stripe, viewer } = await anApiWorld();
  const options = { idempotencyKey: "one-endpoint" };
  const one = await stripe.webhookEndpoints.create({ url, enabled_events: ["*"] }, options);
  const two = await stripe.webhookEndpoints.create({ url, enabled_events: ["*"] }, options);
  expect([two.id, two.secret]).toEqual([one.id, one.secret]);
  expect((await stripe.webhookEndpoints.list()).data).toHaveLength(1);
  const row = await transaction(viewer, (tx) => findEndpoint(tx, one.id));
  expect(secretsOf(row, viewer.now())).toEqual([one.secret]);
});

test("no secret stands in the database in clear", async () => {
  const { stripe } = world;
  const { secret = "" } = await stripe.webhookEndpoints.create(
    { url, enabled_events: ["*"] },
    { idempotencyKey: "in-clear" },
  );
  await closeDatabase();
  const file = readFileSync((process.env.DATABASE_URL ?? "").replace("file:", ""), "latin1");
  expect(file).toContain(url);
  expect(file).not.toContain(secret);
  expect(file).not.toContain(createHash("sha256").update(secret).digest("hex"));
});

test("events say how many deliveries are on their way, and are found by whether they arrived", async () => {
  const { stripe } = await anApiWorld();
  const receiver = await aReceiver(answering(500, 200));
  const endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ["customer.created"],
  });
  const dispatcher = aDispatcher();
  await stripe.customers.create({ name: "Ana" });
  await receiver.until(1);
  await stripe.customers.create({ name: "Bea" });
  await receiver.until(2);
  await dispatcher.idle();
  const [bea, ana] = (await stripe.events.list({ type: "customer.created" })).data;
  expect([bea?.pending_webhooks, ana?.pending_webhooks]).toEqual([0, 1]);
  const idsWhere = async (delivery_success: boolean) =>
    (await stripe.events.list({ type: "customer.created", delivery_success })).data.map(({ id }) => id);
  expect(await idsWhere(false)).toEqual([ana?.id]);
  expect(await idsWhere(true)).toEqual([bea?.id]);

  const resent = await stripe.rawRequest("POST", `/v1/events/${ana?.id}/retry`, {
    webhook_endpoint: endpoint.id,
  });
  expect(resent).toMatchObject({ id: ana?.id, object: "event" });
  await receiver.until(3);
  await dispatcher.idle();
  expect(await idsWhere(false)).toEqual([]);
  await expect(
    stripe.rawRequest("POST", `/v1/events/${ana?.id}/retry`, { webhook_endpoint: "we_none" }),
  ).rejects.toMatchObject({ statusCode: 404, param: "webhook_endpoint" });
});
