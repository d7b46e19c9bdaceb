import type Stripe from "stripe";
import { beforeEach, expect, test } from "vitest";
import { update } from "#db/rows";
import { listItems } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import { scopeOf } from "#lib/keys/scopes";
import { shortenListedAddresses } from "#lib/value-lists/shorten-addresses";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { idOfList, putOnList } from "#tests/support/value-lists";

let world: ApiWorld;
let stripe: Stripe;
beforeEach(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

test("the default lists are there under their names, are filled through the API, and stay", async () => {
  const { data } = await stripe.radar.valueLists.list({ limit: 100 });
  expect(data.map(({ alias }) => alias)).toEqual(
    expect.arrayContaining(["email_blocklist", "card_fingerprint_allowlist", "customer_id_blocklist"]),
  );
  expect(data).toHaveLength(18);
  const id = await idOfList(stripe, "email_blocklist");
  const item = await stripe.radar.valueListItems.create({ value_list: id, value: "Eve@example.com" });
  expect(item).toMatchObject({ value: "eve@example.com", value_list: id });
  const list = await stripe.radar.valueLists.retrieve(id);
  expect(list).toMatchObject({ item_type: "email", list_items: { data: [{ id: item.id }] } });
  const again = stripe.radar.valueListItems.create({ value_list: id, value: "eve@example.com" });
  await expect(again).rejects.toMatchObject({ code: "resource_already_exists", param: "value" });
  await expect(stripe.radar.valueLists.del(id)).rejects.toThrow(/always there/);
  await expect(stripe.radar.valueLists.update(id, { name: "x" })).rejects.toThrow(/always there/);
  await stripe.radar.valueListItems.del(item.id);
  await expect(stripe.radar.valueListItems.retrieve(item.id)).rejects.toMatchObject({ statusCode: 404 });
});

test("a list of one's own is made, renamed, filled, found by what it holds, and deleted with it", async () => {
  const own = await stripe.radar.valueLists.create({ alias: "vips", name: "Regulars", metadata: { a: "1" } });
  expect(own).toMatchObject({ item_type: "string", metadata: { a: "1" }, list_items: { data: [] } });
  const twice = stripe.radar.valueLists.create({ alias: "email_blocklist", name: "Again" });
  await expect(twice).rejects.toMatchObject({ code: "resource_already_exists", param: "alias" });
  const renamed = await stripe.radar.valueLists.update(own.id, { alias: "regulars", metadata: { a: "" } });
  expect(renamed).toMatchObject({ alias: "regulars", name: "Regulars", metadata: {} });
  const [first] = await Promise.all(
    ["Lamps & co", "100% wool"].map((value) =>
      stripe.radar.valueListItems.create({ value_list: own.id, value }),
    ),
  );
  const like = await stripe.radar.valueListItems.list({ value_list: own.id, value: "0% W" });
  expect(like.data.map(({ value }) => value)).toEqual(["100% wool"]);
  const holding = await stripe.radar.valueLists.list({ contains: "LAMPS & CO" });
  expect(holding.data.map(({ id }) => id)).toEqual([own.id]);
  const pages = await stripe.radar.valueLists.list({ limit: 5 }).autoPagingToArray({ limit: 50 });
  expect(pages.map(({ id }) => id)).toHaveLength(19);
  expect(pages[0]?.id).toBe(own.id);

  const elsewhere = await anApiWorld();
  await expect(elsewhere.stripe.radar.valueLists.retrieve(own.id)).rejects.toMatchObject({ statusCode: 404 });
  const theirs = elsewhere.stripe.radar.valueListItems.list({ value_list: own.id });
  await expect(theirs).rejects.toMatchObject({ statusCode: 404 });

  expect(await stripe.radar.valueLists.del(own.id)).toMatchObject({ deleted: true });
  const gone = stripe.radar.valueListItems.retrieve(String(first?.id));
  await expect(gone).rejects.toMatchObject({ statusCode: 404 });
});

test("a key that opens lists and not their items learns of no value", async () => {
  await putOnList(stripe, "email_blocklist", "eve@example.com");
  const id = await idOfList(stripe, "email_blocklist");
  const keyWith = async (...kinds: string[]) =>
    aClient(
      world,
      await aKey(
        world,
        "restricted",
        kinds.map((kind) => scopeOf(kind, "read")),
      ),
    ).radar.valueLists;
  const lists = await keyWith("radar.value_list");
  expect((await lists.retrieve(id)).list_items).toMatchObject({ data: [], has_more: true });
  const { data } = await lists.list({ limit: 100 });
  expect(data.flatMap(({ list_items: items }) => items.data)).toEqual([]);
  await expect(lists.list({ contains: "eve@example.com" })).rejects.toMatchObject({
    statusCode: 403,
    message: expect.stringContaining("rak_radar.value_list_item_read"),
  });
  const both = await keyWith("radar.value_list", "radar.value_list_item");
  expect((await both.retrieve(id)).list_items.data).toMatchObject([{ value: "eve@example.com" }]);
  expect((await both.list({ contains: "eve@example.com" })).data).toMatchObject([{ id }]);
});

test.each([
  ["country", "FR"],
  ["customer_id", "cus_Abcdefgh12345678"],
] as const)("a %s in the history stands as it was listed", async (type, value) => {
  const list = await stripe.radar.valueLists.create({ alias: type, name: type, item_type: type });
  const { id } = await stripe.radar.valueListItems.create({ value_list: list.id, value });
  const { lines } = await listHistory(world.viewer, { text: id });
  expect(lines[0]?.after).toMatchObject({ value });
});

test("addresses that an earlier version kept at length are found once the database is brought up to date", async () => {
  const list = await stripe.radar.valueLists.create({ alias: "own", name: "Own", item_type: "ip_address" });
  const put = (value: string) => stripe.radar.valueListItems.create({ value_list: list.id, value });
  const [long, both, short] = [await put("192.0.2.1"), await put("192.0.2.2"), await put("2001:db8::2")];
  await transaction(world.viewer, async (tx) => {
    await update(tx, listItems, long.id, { value: "2001:db8:0:0:0:0:0:1" });
    await update(tx, listItems, both.id, { value: "2001:db8:0:0:0:0:0:2" });
  });
  const holding = async () =>
    (await stripe.radar.valueLists.list({ contains: "2001:DB8:0:0:0:0:0:1" })).data.map(({ id }) => id);
  expect(await holding()).toEqual([]);
  await shortenListedAddresses();
  expect(await holding()).toEqual([list.id]);
  const { data } = await stripe.radar.valueListItems.list({ value_list: list.id });
  expect(Object.fromEntries(data.map(({ id, value }) => [id, value]))).toEqual({
    [long.id]: "2001:db8::1",
    [both.id]: "2001:db8:0:0:0:0:0:2",
    [short.id]: "2001:db8::2",
  });
});
