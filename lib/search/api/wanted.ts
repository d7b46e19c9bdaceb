import type { Kind } from "../documents/kind.ts";
import type { Wanted } from "../find.ts";
import { wantedBy } from "./conditions.ts";
import { parseQuery } from "./parse-query.ts";

/** What an API query asks of a kind. What the API does not show, such as a payment that is only a charge there, never fits. */
export function apiWanted(kind: Kind, environmentId: number, query: string): Wanted {
  const wanted = wantedBy(parseQuery(query), kind, environmentId);
  return { ...wanted, fits: (entry) => entry.sheet.api !== undefined && wanted.fits(entry) };
}
