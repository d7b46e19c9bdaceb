import type { MetadataPatch } from "#lib/metadata";

/** What can be said of a tax rate at any time. What is left out stays as it is. */
export interface TaxRateInput {
  active?: boolean;
  country?: string;
  description?: string;
  displayName?: string;
  jurisdiction?: string;
  metadata?: MetadataPatch;
  state?: string;
  taxType?: string;
}
