import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

test("a feature is made, renamed, archived and listed", async () => {
  const { stripe } = world;
  const { features } = stripe.entitlements;
  const { lastResponse: _, ...feature } = await features.create({
    lookup_key: "api-access",
    metadata: { a: "1" },
    name: "API access",
  });
  expect(feature).toEqual({
    id: expect.stringMatching(/^feat_/),
    object: "entitlements.feature",
    active: true,
    livemode: false,
    lookup_key: "api-access",
    metadata: { a: "1" },
    name: "API access",
  });
  const other = await features.create({ lookup_key: "seats", name: "Seats" });
  const idsOf = async (params: object) => (await features.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([other.id, feature.id]);
  expect(await idsOf({ lookup_key: "seats" })).toEqual([other.id]);
  expect(await idsOf({ limit: 1, starting_after: other.id })).toEqual([feature.id]);
  const updated = await features.update(feature.id, { active: false, metadata: "", name: "Access" });
  expect(updated).toMatchObject({ active: false, metadata: {}, name: "Access" });
  expect(await idsOf({})).toEqual([other.id]);
  expect(await idsOf({ archived: true })).toEqual([feature.id]);
  expect(await features.retrieve(feature.id)).toMatchObject({ active: false });
});

test("products have features, each once, until they are taken away", async () => {
  const { stripe } = world;
  const { id: product } = await stripe.products.create({ name: "Gold" });
  const feature = await stripe.entitlements.features.create({ lookup_key: "gold", name: "Gold" });
  const { lastResponse: _, ...given } = await stripe.products.createFeature(product, {
    entitlement_feature: feature.id,
  });
  expect(given).toEqual({
    id: expect.stringMatching(/^prodft_/),
    object: "product_feature",
    entitlement_feature: expect.objectContaining({ id: feature.id, lookup_key: "gold" }),
    livemode: false,
  });
  expect(await stripe.products.retrieveFeature(product, given.id)).toMatchObject(given);
  expect((await stripe.products.listFeatures(product)).data).toEqual([given]);
  await expect(
    stripe.products.createFeature(product, { entitlement_feature: feature.id }),
  ).rejects.toMatchObject({ code: "resource_already_exists" });
  const elsewhere = await stripe.products.create({ name: "Other" });
  await expect(stripe.products.retrieveFeature(elsewhere.id, given.id)).rejects.toMatchObject({
    statusCode: 404,
  });
  const { lastResponse: __, ...left } = await stripe.products.deleteFeature(product, given.id);
  expect(left).toEqual({ id: given.id, object: "product_feature", deleted: true });
  expect((await stripe.products.listFeatures(product)).data).toEqual([]);
  await stripe.products.createFeature(product, { entitlement_feature: feature.id });
  expect((await stripe.products.del(product)).deleted).toBe(true);
});

test("what is wrong is named; readers do not write; strangers find nothing", async () => {
  const { stripe } = world;
  const { features } = stripe.entitlements;
  const feature = await features.create({ lookup_key: "one", name: "One" });
  await expect(features.create({ lookup_key: "one", name: "Two" })).rejects.toMatchObject({
    param: "lookup_key",
  });
  await expect(features.create({ lookup_key: "x", name: "n".repeat(81) })).rejects.toMatchObject({
    param: "name",
  });
  await features.update(feature.id, { active: false });
  const { id: product } = await stripe.products.create({ name: "Gold" });
  for (const [id, error] of [
    [feature.id, { statusCode: 400, param: "entitlement_feature" }],
    ["feat_x", { statusCode: 404, param: "entitlement_feature" }],
  ] as const) {
    const act = stripe.products.createFeature(product, { entitlement_feature: id });
    await expect(act).rejects.toMatchObject(error);
  }
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.entitlements.features.retrieve(feature.id)).id).toBe(feature.id);
  await expect(reader.entitlements.features.update(feature.id, {})).rejects.toMatchObject({
    statusCode: 403,
  });
  const { stripe: stranger } = await anApiWorld();
  await expect(stranger.entitlements.features.retrieve(feature.id)).rejects.toMatchObject({
    statusCode: 404,
  });
  await expect(stranger.products.listFeatures(product)).rejects.toMatchObject({ statusCode: 404 });
});
