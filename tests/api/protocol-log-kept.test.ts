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
