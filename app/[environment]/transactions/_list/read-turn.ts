import { readKey } from "#lib/lists/key";
import type { PageRequest } from "#lib/lists/read-page";
import type { QueryParams } from "#lib/payments/list/payment-query";

const rowsPerPage = 25;

/** Which page the address asks for; one that cannot be read is the first, and not known. */
export function readTurn(params: QueryParams): { turn: PageRequest; isKnown: boolean } {
  const name = params.before === undefined ? "after" : "before";
  const text = [params[name] ?? ""].flat()[0] ?? "";
  const from = readKey(text);
  const direction = from && name === "before" ? "newer" : "older";
  return { turn: { direction, from, size: rowsPerPage }, isKnown: text === "" || from !== null };
}
