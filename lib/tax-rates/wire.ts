import type Stripe from "stripe";
import type { taxRates } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type TaxRateRow = typeof taxRates.$inferSelect;

/** The API's tax rate. What only calculated taxes have is null: these are set by hand. */
export function toTaxRate(row: TaxRateRow, environment: ViewedEnvironment): Stripe.TaxRate {
  return {
    id: row.id,
    object: "tax_rate",
    active: row.active,
    country: row.country,
    created: seconds(row.createdAt),
    description: row.description,
    display_name: row.displayName,
    effective_percentage: null,
    flat_amount: null,
    inclusive: row.inclusive,
    jurisdiction: row.jurisdiction,
    jurisdiction_level: null,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    percentage: Number(row.percentage),
    rate_type: "percentage",
    state: row.state,
    tax_type: row.taxType,
  };
}
