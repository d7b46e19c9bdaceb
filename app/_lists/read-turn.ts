import { readKey } from "#lib/lists/key";
import type { PageRequest } from "#lib/lists/read-page";
import type { QueryParams } from "#lib/lists/read-params";

const rowsPerPage = 25;

/** Which page the address asks for; one that cannot be read is the first, and not known. */
export function readTurn(address: QueryParams): { turn: PageRequest; isPageKnown: boolean } {
  const name = address.before === undefined ? "after" : "before";
  const text = [address[name] ?? ""].flat()[0] ?? "";
  const from = readKey(text);
  const direction = from && name === "before" ? "newer" : "older";
  return { turn: { direction, from, size: rowsPerPage }, isPageKnown: text === "" || from !== null };
}
