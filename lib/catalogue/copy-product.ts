import { find } from "#db/rows";
import { products } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { createCoupon } from "#lib/coupons/create-coupon";
import type { CouponRow } from "#lib/coupons/wire";
import { attachFeature } from "#lib/features/attach-feature";
import { createFeature } from "#lib/features/create-feature";
import { listProductFeatures } from "#lib/features/queries";
import { inputOf } from "#lib/prices/input-of";
import { insertPrice } from "#lib/prices/insert-price";
import { insertProduct } from "#lib/products/insert-product";
import type { ProductRow } from "#lib/products/wire";
import { type CopyPlan, featureNamed, mostFeatures, planCopy } from "./plan-copy.ts";

/**
 * Copies a product to another environment with its prices on offer, its features and the coupons that are for it alone,
 * as `planCopy` says. What is there stays as it is, so copying again adds what is new since. `into` is the same person
 * there, who needs products:write.
 */
export async function copyProduct(viewer: Viewer, into: Viewer, productId: string): Promise<ProductRow> {
  authorize(viewer, "products:read");
  authorize(into, "products:write");
  return transaction(into, async (tx) => {
    const plan = await planCopy(viewer, into, productId);
    const product = await productThere(tx, plan);
    for (const { row, fate } of plan.prices) {
      if (fate === "new") await insertPrice(tx, product.id, { ...inputOf(row), id: row.id });
    }
    await giveFeatures(tx, product.id, plan.features);
    for (const { row, fate } of plan.coupons) if (fate === "new") await copyCoupon(into, row);
    return product;
  });
}

async function productThere(tx: Tx, { product: { row }, prices }: CopyPlan): Promise<ProductRow> {
  const there = await find(tx, products, row.id);
  if (there) return there;
  const first = prices.find(({ row: price, fate }) => price.id === row.defaultPriceId && fate === "new");
  const { id, name, type, active, description, images, marketingFeatures, metadata, packageDimensions } = row;
  const { performanceLocation, shippable, statementDescriptor, taxCode, unitLabel, url } = row;
  const facts = {
    id,
    name,
    type,
    active,
    description,
    images,
    marketingFeatures,
    metadata,
    packageDimensions,
  };
  const others = { performanceLocation, shippable, statementDescriptor, taxCode, unitLabel, url };
  return insertProduct(tx, { ...facts, ...others }, first?.row.id ?? null);
}

/** Those that go by the same key there, else new ones; what the product has already it has. */
async function giveFeatures(tx: Tx, productId: string, planned: CopyPlan["features"]): Promise<void> {
  const { rows } = await listProductFeatures(tx.viewer, productId, { limit: mostFeatures });
  const has = new Set(rows.map(({ feature }) => feature.lookupKey));
  for (const { row } of planned) {
    const { lookupKey, name, metadata } = row;
    if (has.has(lookupKey)) continue;
    const known = await featureNamed(tx.viewer, lookupKey);
    const feature = known ?? (await createFeature(tx.viewer, { lookupKey, name, metadata }));
    if (feature.active) await attachFeature(tx.viewer, productId, feature.id);
  }
}

function copyCoupon(into: Viewer, row: CouponRow): Promise<CouponRow> {
  return createCoupon(into, {
    amountOff: row.amountOff ?? undefined,
    currency: row.currency ?? undefined,
    currencyOptions: row.currencyOptions,
    duration: row.duration,
    durationInMonths: row.durationInMonths ?? undefined,
    id: row.id,
    maxRedemptions: row.maxRedemptions ?? undefined,
    metadata: row.metadata,
    name: row.name ?? undefined,
    percentOff: row.percentOff ?? undefined,
    productIds: row.productIds ?? undefined,
    redeemBy: row.redeemBy ?? undefined,
  });
}
