import { type z } from "zod";
import { decimal } from "#lib/api/decimal-param";
import {
  bool,
  createdRange,
  emptyable,
  hash,
  listOf,
  listParams,
  metadata,
  objectId,
  oneOf,
  params,
  text,
} from "#lib/api/params";
import { defaultPriceParams } from "#lib/prices/params";
import { statementDescriptor, taxCode, taxDetails, taxOf } from "./product-data.ts";
import type { ProductInput } from "./product-input.ts";

const url = () =>
  text(5000).refine((value) => URL.canParse(value), {
    error: "Not a valid URL",
    params: { code: "url_invalid" },
  });

const size = () => decimal({ max: 1_000_000, places: 2 }).transform(Number);
const packageDimensions = () => hash({ height: size(), length: size(), weight: size(), width: size() });

const shape = {
  active: bool().optional(),
  description: text(40_000).optional(),
  images: listOf(url(), 8).optional(),
  marketing_features: listOf(hash({ name: text(80) }), 15).optional(),
  metadata: metadata().optional(),
  name: text(),
  package_dimensions: packageDimensions().optional(),
  shippable: bool().optional(),
  statement_descriptor: statementDescriptor().optional(),
  tax_code: taxCode().optional(),
  tax_details: taxDetails().optional(),
  unit_label: text(12).optional(),
  url: url().optional(),
};

export const createParams = params({
  ...shape,
  default_price_data: defaultPriceParams().optional(),
  id: objectId().optional(),
  type: oneOf(["good", "service"]).optional(),
});

export const updateParams = params({
  ...shape,
  default_price: objectId().optional(),
  description: emptyable(text(40_000)).optional(),
  images: emptyable(listOf(url(), 8)).optional(),
  marketing_features: emptyable(listOf(hash({ name: text(80) }), 15)).optional(),
  name: text().optional(),
  package_dimensions: emptyable(packageDimensions()).optional(),
  tax_code: emptyable(taxCode()).optional(),
  tax_details: emptyable(taxDetails()).optional(),
  unit_label: emptyable(text(12)).optional(),
  url: emptyable(url()).optional(),
});

export const productListParams = listParams({
  active: bool().optional(),
  created: createdRange().optional(),
  ids: listOf(objectId()).optional(),
  shippable: bool().optional(),
  type: oneOf(["good", "service"]).optional(),
  url: text().optional(),
});

/** The parameters as the core takes them. */
export function toInput(given: Partial<z.output<typeof updateParams>>): ProductInput {
  return {
    active: given.active,
    description: given.description,
    images: given.images === null ? [] : given.images,
    marketingFeatures: given.marketing_features === null ? [] : given.marketing_features,
    metadata: given.metadata,
    name: given.name,
    packageDimensions: given.package_dimensions,
    shippable: given.shippable,
    statementDescriptor: given.statement_descriptor,
    unitLabel: given.unit_label,
    url: given.url,
    ...taxOf(given),
  };
}
