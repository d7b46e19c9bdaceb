import type { PackageDimensions } from "#db/schema/catalog";
import type { MetadataPatch } from "#lib/metadata";

/** What can be said of a product. What is left out stays as it is; null takes it away. */
export interface ProductInput {
  active?: boolean;
  description?: string | null;
  images?: string[];
  marketingFeatures?: { name: string }[];
  metadata?: MetadataPatch;
  name?: string;
  packageDimensions?: PackageDimensions | null;
  performanceLocation?: string | null;
  shippable?: boolean | null;
  statementDescriptor?: string | null;
  taxCode?: string | null;
  unitLabel?: string | null;
  url?: string | null;
}

export interface NewProductInput extends ProductInput {
  /** The caller's own id for it. */
  id?: string;
  name: string;
  type?: "good" | "service";
}
