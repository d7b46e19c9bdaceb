import type { MetadataPatch } from "#lib/metadata";

/** What can be said of a tax rate at any time. What is left out stays as it is; null takes it away. */
export interface TaxRateInput {
  active?: boolean;
  country?: string | null;
  description?: string | null;
  displayName?: string;
  jurisdiction?: string | null;
  metadata?: MetadataPatch;
  state?: string | null;
  taxType?: string | null;
}
