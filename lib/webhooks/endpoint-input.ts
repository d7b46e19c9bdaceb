import type { MetadataPatch } from "#lib/metadata";

/** What can be said of an endpoint. What is left out stays as it is. */
export interface EndpointInput {
  url?: string;
  /** Names of events, or `*` for all. */
  enabledEvents?: readonly string[];
  description?: string | null;
  metadata?: MetadataPatch;
}
