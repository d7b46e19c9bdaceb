import { beforeAll, expect, test } from "vitest";
import { countRequests } from "#lib/request-log/count-requests";
import { kindInAnswer, readBody } from "#lib/request-log/entry";
import { listRequests, type RequestFilter } from "#lib/request-log/list-requests";
import { getRequest } from "#lib/request-log/queries";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

const firstTen = { size: 10, direction: "older", from: null } as const;

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

test("the log is narrowed to the changes of an object, and to what one key called", async () => {
  const { stripe, viewer } = world;
  const { id } = await stripe.products.create({ name: "Shirt", id: "my-shirt" });
  await stripe.products.update(id, { name: "Blue shirt" });
  await stripe.products.retrieve(id);
  const another = aClient(world, await aKey(world, "secret"));
  const { lastResponse } = await another.products.update(id, { active: false });
  const { keyId } = await getRequest(viewer, lastResponse.requestId);
  const listed = async (filter: RequestFilter) => {
    const { rows } = await listRequests(viewer, { filter, page: firstTen });
    return rows.map(({ method, path }) => `${method} ${path}`);
  };
  const change = "POST /v1/products/my-shirt";
  expect(await listed({ objectId: id })).toEqual([change, change, "POST /v1/products"]);
  expect(await listed({ objectId: id, keyId })).toEqual([change]);
  expect(countRequests(viewer, { objectId: id })).toBe(3);
  const { viewer: stranger } = await anApiWorld();
  const theirs = await listRequests(stranger, { filter: { objectId: id }, page: firstTen });
  expect(theirs.rows).toEqual([]);
});

test("the log is narrowed to an idempotency key: the first request, and its repeats that say so", async () => {
  const { stripe, viewer } = world;
  const order = { idempotencyKey: "order 7: once" };
  const first = await stripe.customers.create({ name: "Order" }, order);
  const again = await stripe.customers.create({ name: "Order" }, order);
  const refused = await stripe.customers.create({ name: "Other" }, order).catch((error: unknown) => error);
  await stripe.customers.create({ name: "Order" }, { idempotencyKey: "order 70" });
  const listed = async (filter: RequestFilter) => {
    const { rows } = await listRequests(viewer, { filter, page: firstTen });
    return rows.map(({ id, status, replayOf }) => ({ id, status, replayOf }));
  };
  const { requestId } = first.lastResponse;
  expect(await listed({ idempotencyKey: order.idempotencyKey })).toEqual([
    { id: expect.stringMatching(/^req_/), status: 400, replayOf: null },
    { id: again.lastResponse.requestId, status: 200, replayOf: requestId },
    { id: requestId, status: 200, replayOf: null },
  ]);
  expect(refused).toMatchObject({ type: "StripeIdempotencyError" });
  expect(await listed({ idempotencyKey: order.idempotencyKey, status: "4xx" })).toHaveLength(1);
  expect(countRequests(viewer, { idempotencyKey: order.idempotencyKey })).toBe(3);
  const { viewer: stranger } = await anApiWorld();
  expect(countRequests(stranger, { idempotencyKey: order.idempotencyKey })).toBe(0);
});

test("of a body that is too long its beginning is kept, and read as one", async () => {
  const kept = async (requestId: string) => {
    const { params } = await getRequest(world.viewer, requestId);
    return readBody(params ?? "");
  };
  const long = world.stripe.products.create({ name: "Long", description: "é".repeat(40_000) });
  const refused = await long.catch((error: { requestId: string }) => error);
  expect(await kept("requestId" in refused ? refused.requestId : refused.lastResponse.requestId)).toEqual({
    beginning: expect.stringMatching(/^\{"name":"Long","description":"é+$/),
  });
  const short = await world.stripe.products.create({ name: "Short", metadata: { truncated: "no" } });
  expect(await kept(short.lastResponse.requestId)).toEqual({
    whole: { name: "Short", metadata: { truncated: "no" } },
  });
});

test("an answer says of which kind its object is, and nothing of others", () => {
  const response = JSON.stringify({ id: "SPRING", object: "coupon" });
  expect(kindInAnswer({ response }, "SPRING")).toBe("coupon");
  expect(kindInAnswer({ response }, "SUMMER")).toBeUndefined();
  expect(kindInAnswer({ response: null }, "SPRING")).toBeUndefined();
  expect(kindInAnswer({ response: '{"truncated":"{"}' }, "SPRING")).toBeUndefined();
});
