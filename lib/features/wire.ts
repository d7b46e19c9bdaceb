import type Stripe from "stripe";
import type { features, productFeatures } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";

export type FeatureRow = typeof features.$inferSelect;

/** A feature with the row that gives it to a product. */
export interface ProductFeature {
  row: typeof productFeatures.$inferSelect;
  feature: FeatureRow;
}

/** The API's feature. */
export function toFeature(row: FeatureRow, environment: ViewedEnvironment): Stripe.Entitlements.Feature {
  return {
    id: row.id,
    object: "entitlements.feature",
    active: row.active,
    livemode: environment.kind === "live",
    lookup_key: row.lookupKey,
    metadata: row.metadata,
    name: row.name,
  };
}

/** The API's feature of a product. */
export function toProductFeature(
  { row, feature }: ProductFeature,
  environment: ViewedEnvironment,
): Stripe.ProductFeature {
  return {
    id: row.id,
    object: "product_feature",
    entitlement_feature: toFeature(feature, environment),
    livemode: environment.kind === "live",
  };
}
