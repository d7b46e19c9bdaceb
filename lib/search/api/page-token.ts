import { hash } from "node:crypto";
import { invalid } from "#lib/errors";

/** Where the next page begins, for the same query alone. */
export function pageToken(position: number, query: string): string {
  return Buffer.from(`${position}.${markOf(query)}`).toString("base64url");
}

/** The position in a token; throws for one that another search gave out, or none. */
export function readPageToken(token: string, query: string): number {
  const [, position, mark] =
    /^(\d{1,16})\.([0-9a-f]{12})$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (position === undefined || mark !== markOf(query)) {
    throw invalid("Invalid page: it does not come from a search with this query.", { param: "page" });
  }
  return Number(position);
}

function markOf(query: string): string {
  return hash("sha256", query, "hex").slice(0, 12);
}
