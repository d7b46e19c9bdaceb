import type { Endpoint } from "#lib/api/endpoint";
import { clientCallOf } from "./client-calls.ts";

/** What an operation is called: as in the official client, else by its path. */
export function nameOfOperation(endpoint: Endpoint): string {
  const known = clientCallOf(endpoint);
  if (known) return known.name;
  const parts = endpoint.path.replaceAll(":", "").split("/").slice(2);
  return [...parts, endpoint.method.toLowerCase()].join(".");
}
