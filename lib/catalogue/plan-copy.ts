import { and, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { coupons, features, prices, products } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { couponsFor } from "#lib/coupons/coupons-for";
import { isRedeemable } from "#lib/coupons/status";
import type { CouponRow } from "#lib/coupons/wire";
import { invalid } from "#lib/errors";
import { listProductFeatures } from "#lib/features/queries";
import type { FeatureRow } from "#lib/features/wire";
import { everyPrice, pricesOfProducts } from "#lib/prices/prices-of-products";
import type { PriceRow } from "#lib/prices/wire";
import { getProduct } from "#lib/products/queries";
import type { ProductRow } from "#lib/products/wire";

/** What becomes of something in the other environment: `new` is made there, `there` stays as it is there. */
export type CopyFate = "new" | "there";

export interface CopyPlan {
  product: { row: ProductRow; fate: CopyFate };
  /** Those on offer, oldest first. */
  prices: { row: PriceRow; fate: CopyFate }[];
  features: { row: FeatureRow; fate: CopyFate }[];
  /** Those that are for this product alone and can be redeemed. */
  coupons: { row: CouponRow; fate: CopyFate }[];
}

/** Of one product. */
export const mostFeatures = 100;

/**
 * What copying a product to another environment would do. `into` is the same person there. A copy keeps its id, so that
 * programs that name it work in both; a price is also there when another one has its lookup key.
 */
export async function planCopy(viewer: Viewer, into: Viewer, productId: string): Promise<CopyPlan> {
  authorize(viewer, "products:read");
  authorize(into, "products:write");
  if (viewer.environmentId === into.environmentId) {
    throw invalid("Choose another environment than the product's own.", { param: "environment" });
  }
  const row = await getProduct(viewer, productId);
  const all = (await pricesOfProducts(viewer, [productId], everyPrice)).get(productId) ?? [];
  const given = await listProductFeatures(viewer, productId, { limit: mostFeatures });
  const own = await couponsFor(viewer, productId);
  const there = await reader(into);
  return {
    product: { row, fate: await fateOf(find(there, products, productId)) },
    prices: await fates(all.filter(({ active }) => active).reverse(), (price) => twinOf(into, price)),
    features: await fates(
      given.rows.map(({ feature }) => feature),
      (feature) => featureNamed(into, feature.lookupKey),
    ),
    coupons: await fates(
      own.filter((coupon) => coupon.productIds?.length === 1 && isRedeemable(coupon, into.now())),
      async ({ id }) => {
        const same = await find(there, coupons, id);
        return same?.deletedAt === null ? same : undefined;
      },
    ),
  };
}

/** The feature that goes by this key in an environment. */
export async function featureNamed(viewer: Viewer, lookupKey: string): Promise<FeatureRow | undefined> {
  const { db, environmentId } = await reader(viewer);
  const [row] = await db
    .select()
    .from(features)
    .where(and(eq(features.environmentId, environmentId), eq(features.lookupKey, lookupKey)));
  return row;
}

async function twinOf(into: Viewer, { id, lookupKey }: PriceRow): Promise<PriceRow | undefined> {
  const handle = await reader(into);
  const same = await find(handle, prices, id);
  if (same || lookupKey === null) return same;
  const [named] = await handle.db
    .select()
    .from(prices)
    .where(and(eq(prices.environmentId, handle.environmentId), eq(prices.lookupKey, lookupKey)));
  return named;
}

async function fates<Row>(rows: Row[], twin: (row: Row) => Promise<unknown>) {
  const found: { row: Row; fate: CopyFate }[] = [];
  for (const row of rows) found.push({ row, fate: await fateOf(twin(row)) });
  return found;
}

async function fateOf(twin: Promise<unknown>): Promise<CopyFate> {
  return (await twin) === undefined ? "new" : "there";
}
