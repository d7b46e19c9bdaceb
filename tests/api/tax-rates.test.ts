import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const vat = { display_name: "VAT", inclusive: false, percentage: 20 };

test("every parameter of a tax rate comes back, and what may change changes", async () => {
  const { stripe } = world;
  const { lastResponse: _, ...rate } = await stripe.taxRates.create({
    active: false,
    country: "fr",
    description: "Books",
    display_name: "TVA",
    inclusive: true,
    jurisdiction: "FR",
    metadata: { a: "1" },
    percentage: 5.5,
    state: "IDF",
    tax_type: "vat",
  });
  expect(rate).toEqual({
    id: expect.stringMatching(/^txr_/),
    object: "tax_rate",
    active: false,
    country: "FR",
    created: expect.any(Number),
    description: "Books",
    display_name: "TVA",
    effective_percentage: null,
    flat_amount: null,
    inclusive: true,
    jurisdiction: "FR",
    jurisdiction_level: null,
    livemode: false,
    metadata: { a: "1" },
    percentage: 5.5,
    rate_type: "percentage",
    state: "IDF",
    tax_type: "vat",
  });
  const changes = {
    active: true,
    country: "BE",
    description: "All",
    display_name: "BTW",
    jurisdiction: "BE",
    state: "BRU",
    tax_type: "service_tax",
  };
  const updated = await stripe.taxRates.update(rate.id, { ...changes, metadata: { a: "" } });
  expect(updated).toMatchObject({ ...changes, metadata: {}, percentage: 5.5 });
  expect(await stripe.taxRates.retrieve(rate.id)).toMatchObject(changes);
  await stripe.taxRates.update(rate.id, changes);
  expect(await eventsOf(stripe, rate.id)).toEqual(["tax_rate.created", "tax_rate.updated"]);
});

test("tax rates are listed by every filter, page by page", async () => {
  const { stripe } = await anApiWorld();
  const a = await stripe.taxRates.create(vat);
  const b = await stripe.taxRates.create({ ...vat, inclusive: true, active: false });
  const idsOf = async (params: object) => (await stripe.taxRates.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([b.id, a.id]);
  expect(await idsOf({ active: true })).toEqual([a.id]);
  expect(await idsOf({ inclusive: true })).toEqual([b.id]);
  expect(await idsOf({ limit: 1, starting_after: b.id })).toEqual([a.id]);
  expect(await idsOf({ created: { lt: a.created - 60 } })).toEqual([]);
});

test("what is wrong is named; readers do not write; strangers find nothing", async () => {
  const { stripe } = world;
  const wrong: [object, object][] = [
    [{ display_name: undefined }, { code: "parameter_missing", param: "display_name" }],
    [{ inclusive: undefined }, { code: "parameter_missing", param: "inclusive" }],
    [{ percentage: 100.5 }, { param: "percentage" }],
    [{ percentage: 1.23456 }, { param: "percentage" }],
    [{ tax_type: "salt" }, { param: "tax_type" }],
    [{ country: "France" }, { param: "country" }],
    [{ colour: "blue" }, { code: "parameter_unknown" }],
  ];
  for (const [change, error] of wrong) {
    await expect(stripe.taxRates.create({ ...vat, ...change })).rejects.toMatchObject(error);
  }
  const { id } = await stripe.taxRates.create(vat, { idempotencyKey: "one-rate" });
  expect((await stripe.taxRates.create(vat, { idempotencyKey: "one-rate" })).id).toBe(id);
  const percentage: object = { percentage: 1 };
  await expect(stripe.taxRates.update(id, percentage)).rejects.toMatchObject({ code: "parameter_unknown" });
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.taxRates.retrieve(id)).id).toBe(id);
  await expect(reader.taxRates.create(vat)).rejects.toMatchObject({ statusCode: 403 });
  const { stripe: stranger } = await anApiWorld();
  await expect(stranger.taxRates.retrieve(id)).rejects.toMatchObject({
    statusCode: 404,
    message: `No such tax rate: '${id}'`,
  });
});
