import { expect, test } from "vitest";
import { copyProduct } from "#lib/catalogue/copy-product";
import { planCopy } from "#lib/catalogue/plan-copy";
import { createCoupon } from "#lib/coupons/create-coupon";
import { getCoupon } from "#lib/coupons/queries";
import { attachFeature } from "#lib/features/attach-feature";
import { createFeature } from "#lib/features/create-feature";
import { listProductFeatures } from "#lib/features/queries";
import { createPrice } from "#lib/prices/create-price";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import { updatePrice } from "#lib/prices/update-price";
import { createProduct } from "#lib/products/create-product";
import { getProduct, listProducts } from "#lib/products/queries";
import { updateProduct } from "#lib/products/update-product";
import { aWorld } from "#tests/support/world";

/** A product with everything that can be copied with it, and a world to copy it to. */
async function twoWorlds() {
  const [here, there] = [await aWorld(), await aWorld({ currency: "usd", country: "US" })];
  const { viewer } = here;
  const product = await createProduct(viewer, {
    name: "Desk",
    description: "Oak",
    metadata: { shelf: "B7" },
    packageDimensions: { height: 1, length: 2, width: 3, weight: 4 },
    defaultPrice: { currency: "eur", unitAmount: "1250.5", taxBehavior: "inclusive" },
  });
  const tiers = [
    { upTo: 10, unitAmount: "700", flatAmount: "2900" },
    { upTo: null, unitAmount: "550", flatAmount: null },
  ];
  const tiered = await createPrice(viewer, {
    productId: product.id,
    currency: "eur",
    billingScheme: "tiered",
    tiersMode: "graduated",
    tiers,
    currencyOptions: { jpy: { tiers } },
    recurring: { interval: "month", intervalCount: 3 },
    lookupKey: "desk_quarterly",
  });
  const old = await createPrice(viewer, { productId: product.id, currency: "eur", unitAmount: "1" });
  await updatePrice(viewer, old.id, { active: false });
  const feature = await createFeature(viewer, { lookupKey: "care", name: "Care" });
  await attachFeature(viewer, product.id, feature.id);
  const coupon = await createCoupon(viewer, { percentOff: "10", duration: "once", productIds: [product.id] });
  return { here, there, product, tiered, coupon };
}

test("a product goes to another environment with its prices, features and coupons, under the same ids", async () => {
  const { here, there, product, tiered, coupon } = await twoWorlds();
  const plan = await planCopy(here.viewer, there.viewer, product.id);
  expect(plan.prices.map(({ row, fate }) => [row.id, fate])).toEqual([
    [product.defaultPriceId, "new"],
    [tiered.id, "new"],
  ]);
  await copyProduct(here.viewer, there.viewer, product.id);

  const { environmentId: _, createdAt: _made, updatedAt: _changed, ...facts } = product;
  expect(await getProduct(there.viewer, product.id)).toMatchObject(facts);
  const copied = (await pricesOfProducts(there.viewer, [product.id])).get(product.id) ?? [];
  const { environmentId: _here, createdAt: _then, ...same } = tiered;
  expect(copied.find(({ id }) => id === tiered.id)).toMatchObject(same);
  expect(copied).toHaveLength(2);
  const given = await listProductFeatures(there.viewer, product.id, { limit: 10 });
  expect(given.rows.map(({ feature }) => feature.lookupKey)).toEqual(["care"]);
  expect(await getCoupon(there.viewer, coupon.id)).toMatchObject({ percentOff: "10", timesRedeemed: 0 });
});

test("copying again adds what is new since, and leaves what is there as it is", async () => {
  const { here, there, product } = await twoWorlds();
  await copyProduct(here.viewer, there.viewer, product.id);
  await updateProduct(there.viewer, { id: product.id, name: "Table" });
  const later = await createPrice(here.viewer, { productId: product.id, currency: "eur", unitAmount: "9" });
  const { product: planned, prices } = await planCopy(here.viewer, there.viewer, product.id);
  expect(planned.fate).toBe("there");
  expect(prices.map(({ fate }) => fate)).toEqual(["there", "there", "new"]);
  await copyProduct(here.viewer, there.viewer, product.id);
  await copyProduct(here.viewer, there.viewer, product.id);
  const copied = (await pricesOfProducts(there.viewer, [product.id])).get(product.id) ?? [];
  expect(copied.map(({ id }) => id)).toContain(later.id);
  expect(copied).toHaveLength(3);
  expect((await getProduct(there.viewer, product.id)).name).toBe("Table");
});

test("a price whose lookup key is another one's there is left out", async () => {
  const { here, there, product, tiered } = await twoWorlds();
  const own = { currency: "usd", unitAmount: "5", lookupKey: "desk_quarterly", product: { name: "Other" } };
  await createPrice(there.viewer, own);
  await copyProduct(here.viewer, there.viewer, product.id);
  const copied = (await pricesOfProducts(there.viewer, [product.id])).get(product.id) ?? [];
  expect(copied.map(({ id }) => id)).not.toContain(tiered.id);
});

test("who may not change the other environment's catalogue copies nothing to it, nor to its own", async () => {
  const { here, there, product } = await twoWorlds();
  const reads = there.viewerWith(["view_only"]);
  await expect(copyProduct(here.viewer, reads, product.id)).rejects.toMatchObject({ facts: { status: 403 } });
  await expect(planCopy(here.viewer, here.viewer, product.id)).rejects.toMatchObject({
    facts: { param: "environment" },
  });
  await expect(copyProduct(there.viewer, here.viewer, product.id)).rejects.toMatchObject({
    facts: { status: 404 },
  });
  expect((await listProducts(there.viewer, { limit: 10 })).rows).toEqual([]);
});
