import type { z } from "zod";
import { bool, emptyable, hash, metadata, objectId, text } from "#lib/api/params";
import { invalid } from "#lib/errors";
import type { NewProductInput } from "./product-input.ts";

export const statementDescriptor = () =>
  text(22).refine((value) => /\p{L}/u.test(value) && !/[<>\\'"*]/.test(value), {
    error: "The statement descriptor needs at least one letter, and none of < > \\ ' \" *.",
    params: { code: "invalid_characters" },
  });

export const taxCode = () =>
  text().refine((value) => /^txcd_\d{8}$/.test(value), {
    error: (issue) => `No such tax code: '${String(issue.input)}'`,
    params: { code: "resource_missing" },
  });

export const taxDetails = () =>
  hash({ performance_location: text().optional(), tax_code: emptyable(taxCode()).optional() });

/** A product described inside another object: `product_data` of a price, `product` of a plan. */
export const productDataParams = () =>
  hash({
    active: bool().optional(),
    id: objectId().optional(),
    metadata: metadata().optional(),
    name: text(),
    statement_descriptor: statementDescriptor().optional(),
    tax_code: taxCode().optional(),
    tax_details: taxDetails().optional(),
    unit_label: text(12).optional(),
  });

/** Such a description as the core takes it. */
export function toProductData(given: z.output<ReturnType<typeof productDataParams>>): NewProductInput {
  return {
    active: given.active,
    id: given.id,
    metadata: given.metadata,
    name: given.name,
    statementDescriptor: given.statement_descriptor,
    unitLabel: given.unit_label,
    ...taxOf(given),
  };
}

interface GivenTax {
  tax_code?: string | null | undefined;
  tax_details?: z.output<ReturnType<typeof taxDetails>> | null | undefined;
}

/** One tax code, which may be given in either of two places. */
export function taxOf({ tax_code, tax_details }: GivenTax) {
  if (tax_details === null) return { performanceLocation: null, taxCode: tax_code ?? null };
  const inside = tax_details?.tax_code;
  if (tax_code !== undefined && inside !== undefined && tax_code !== inside) {
    throw invalid("You may only specify one of these parameters: tax_code, tax_details[tax_code].", {
      param: "tax_code",
    });
  }
  return { performanceLocation: tax_details?.performance_location, taxCode: tax_code ?? inside };
}
