import type { z } from "zod";
import { decimal } from "#lib/api/decimal-param";
import { bool, country, createdRange, listParams, metadata, oneOf, params, text } from "#lib/api/params";
import type { TaxRateInput } from "./tax-rate-input.ts";
import { taxTypes } from "./tax-types.ts";

/** How many percent a tax rate is. */
export const percentage = () => decimal({ max: 100, places: 4 });

const shape = {
  active: bool().optional(),
  country: country().optional(),
  description: text().optional(),
  jurisdiction: text(50).optional(),
  metadata: metadata().optional(),
  state: text(3).optional(),
  tax_type: oneOf(taxTypes).optional(),
};

export const createParams = params({
  ...shape,
  display_name: text(50),
  inclusive: bool(),
  percentage: percentage(),
});

export const updateParams = params({ ...shape, display_name: text(50).optional() });

export const taxRateListParams = listParams({
  active: bool().optional(),
  created: createdRange().optional(),
  inclusive: bool().optional(),
});

/** The parameters as the core takes them. */
export function toInput(given: z.output<typeof updateParams>): TaxRateInput {
  return {
    active: given.active,
    country: given.country,
    description: given.description,
    displayName: given.display_name,
    jurisdiction: given.jurisdiction,
    metadata: given.metadata,
    state: given.state,
    taxType: given.tax_type,
  };
}
