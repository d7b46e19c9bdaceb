import { beforeAll, expect, test } from "vitest";
import type { Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { createCoupon } from "#lib/coupons/create-coupon";
import { deleteCoupon } from "#lib/coupons/delete-coupon";
import { createFeature } from "#lib/features/create-feature";
import { updateFeature } from "#lib/features/update-feature";
import { listNamed } from "#lib/lists/all";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { createPrice } from "#lib/prices/create-price";
import { createProduct } from "#lib/products/create-product";
import { productList } from "#lib/products/product-list";
import { updateProduct } from "#lib/products/update-product";
import { createShippingRate } from "#lib/shipping-rates/create-shipping-rate";
import { createTaxRate } from "#lib/tax-rates/create-tax-rate";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

/** What each address of a list leads to. */
async function found(list: string, words: string, { viewer }: { viewer: Viewer } = world): Promise<string[]> {
  const page = { direction: "older" as const, from: null, size: 50 };
  const { rows } = await listNamed(list).page(viewer, fromWords(words), page);
  const [total] = await listNamed(list).sum(viewer, fromWords(words), readingOf(viewer));
  expect(total?.count ?? 0).toBe(rows.length);
  return rows.map(({ id }) => id);
}

test("features are found by their name or key in either case, on offer unless one asks for others", async () => {
  const { viewer } = world;
  const lounge = await createFeature(viewer, { name: "Lounge 100%", lookupKey: "lounge", metadata: {} });
  const valet = await createFeature(viewer, { name: "Valet", lookupKey: "valet_parking", metadata: {} });
  await updateFeature(viewer, valet.id, { active: false });
  expect(await found("features", "")).toEqual([lounge.id]);
  expect(await found("features", "state=archived")).toEqual([valet.id]);
  expect(await found("features", "state=all&q=PARK")).toEqual([valet.id]);
  expect(await found("features", "q=0%25")).toEqual([lounge.id]);
  expect(await found("features", "q=%25x")).toEqual([]);
  expect(await found("features", "state=all", await aWorld())).toEqual([]);
});

test("rates are found by country and by amount", async () => {
  const { viewer } = world;
  const rate = { displayName: "VAT", inclusive: true, percentage: "20", metadata: {} };
  const french = await createTaxRate(viewer, { ...rate, country: "FR" });
  await createTaxRate(viewer, { ...rate, country: "DE" });
  expect(await found("tax_rates", "country=FR&q=vat")).toEqual([french.id]);
  const shipping = { displayName: "Standard", currencyOptions: {}, metadata: {} };
  const cheap = await createShippingRate(viewer, { ...shipping, amount: 400, currency: "eur" });
  await createShippingRate(viewer, { ...shipping, amount: 900, currency: "eur" });
  await createShippingRate(viewer, { ...shipping, amount: 400, currency: "usd" });
  expect(await found("shipping_rates", "currency=eur&amount_to=5")).toEqual([cheap.id]);
});

test("a coupon that was deleted is in no list", async () => {
  const { viewer } = world;
  const once = await createCoupon(viewer, { name: "Once", percentOff: "5", duration: "once", metadata: {} });
  const gone = await createCoupon(viewer, { percentOff: "5", duration: "forever", metadata: {} });
  await deleteCoupon(viewer, gone.id);
  expect(await found("coupons", "")).toEqual([once.id]);
  expect(await found("coupons", "duration=forever")).toEqual([]);
});

test("a product is listed with what it costs", async () => {
  const { viewer } = world;
  const soap = await createProduct(viewer, { name: "Soap" });
  const price = await createPrice(viewer, { productId: soap.id, currency: "eur", unitAmount: "500" });
  const old = await createProduct(viewer, { name: "Old stock" });
  await updateProduct(viewer, { id: old.id, active: false });
  const { query } = readQuery(productList, {}, readingOf(viewer));
  const { rows } = await productList.page(viewer, query, { direction: "older", from: null, size: 10 });
  expect(rows.map(({ id, prices }) => [id, prices.map((each) => each.id)])).toEqual([[soap.id, [price.id]]]);
  expect(await found("products", "state=archived")).toEqual([old.id]);
  expect(await found("products", "state=all&q=OLD STO")).toEqual([old.id]);
  expect(await found("products", "q=old sto")).toEqual([]);
});

test("who may not see the catalogue is shown none of its lists", async () => {
  const viewer = { ...world.viewer, permissions: new Set<Permission>(["payments:read"]) };
  for (const list of ["products", "coupons", "features", "tax_rates", "shipping_rates"]) {
    await expect(found(list, "", { viewer })).rejects.toThrow(/products:read/);
  }
});
