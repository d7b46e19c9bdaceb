import type Stripe from "stripe";
import type { products } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type ProductRow = typeof products.$inferSelect;

/** The API's product. */
export function toProduct(row: ProductRow, environment: ViewedEnvironment): Stripe.Product {
  return {
    id: row.id,
    object: "product",
    active: row.active,
    created: seconds(row.createdAt),
    default_price: row.defaultPriceId,
    description: row.description,
    images: row.images,
    livemode: environment.kind === "live",
    marketing_features: row.marketingFeatures,
    metadata: row.metadata,
    name: row.name,
    package_dimensions: row.packageDimensions,
    shippable: row.shippable,
    statement_descriptor: row.statementDescriptor,
    tax_code: row.taxCode,
    tax_details:
      row.taxCode === null && row.performanceLocation === null
        ? null
        : { performance_location: row.performanceLocation, tax_code: row.taxCode },
    type: row.type,
    unit_label: row.unitLabel,
    updated: seconds(row.updatedAt),
    url: row.url,
  };
}
