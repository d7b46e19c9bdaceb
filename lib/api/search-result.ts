import type { Wire } from "./endpoint.ts";
import { int, params, text } from "./params.ts";

/** The parameters of a search. */
export const searchParams = params({
  query: text(5000),
  limit: int({ min: 1, max: 100 }).default(10),
  page: text(5000).optional(),
});

const counts = new WeakMap<Wire, () => Promise<number>>();

interface Result {
  /** The path of the search. */
  url: string;
  data: Wire[];
  /** Null on the last page. */
  nextPage: string | null;
  /** How many there are in all: only asked for when `total_count` is expanded. */
  count(): Promise<number>;
}

/** The API's search result object. */
export function searchResult({ url, data, nextPage, count }: Result): Wire {
  const wire = { object: "search_result", data, has_more: nextPage !== null, next_page: nextPage, url };
  counts.set(wire, count);
  return wire;
}

/** The total count of a search result; undefined for anything else. */
export function totalCountOf(wire: Wire): Promise<number> | undefined {
  return counts.get(wire)?.();
}
