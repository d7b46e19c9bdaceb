import { mergeMetadata } from "#lib/metadata";
import type { ProductInput } from "./product-input.ts";
import type { ProductRow } from "./wire.ts";

/** What may be said of a product; the rest of the row is not its caller's to choose. */
export type ProductFacts = Omit<
  ProductRow,
  "environmentId" | "id" | "createdAt" | "updatedAt" | "defaultPriceId" | "type"
>;

/** A product's facts after a caller's change. */
export function changedFacts(before: ProductFacts, input: ProductInput): ProductFacts {
  return {
    active: input.active ?? before.active,
    description: given(input.description, before.description),
    images: input.images ?? before.images,
    marketingFeatures: input.marketingFeatures ?? before.marketingFeatures,
    metadata: mergeMetadata(before.metadata, input.metadata),
    name: input.name ?? before.name,
    packageDimensions: given(input.packageDimensions, before.packageDimensions),
    performanceLocation: given(input.performanceLocation, before.performanceLocation),
    shippable: given(input.shippable, before.shippable),
    statementDescriptor: given(input.statementDescriptor, before.statementDescriptor),
    taxCode: given(input.taxCode, before.taxCode),
    unitLabel: given(input.unitLabel, before.unitLabel),
    url: given(input.url, before.url),
  };
}

function given<T>(value: T | null | undefined, before: T | null): T | null {
  return value === undefined ? before : value;
}
