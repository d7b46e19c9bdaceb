import { type Key, keyText } from "#lib/lists/key";

/** Where a list is, and how it says in an address what it was asked for. */
export interface ListPlace<Query> {
  path: string;
  params(query: Query): URLSearchParams;
  /** Filters are only told here, a line each, and not offered. */
  told?: true;
}

/** A change of page: the rows after a key are older, those before it newer. */
export type Turn = { after: Key } | { before: Key };

/** The address of a list with this query, at this page. */
export function addressOf<Query>(place: ListPlace<Query>, query: Query, turn?: Turn): string {
  const params = place.params(query);
  if (turn && "after" in turn) params.set("after", keyText(turn.after));
  if (turn && "before" in turn) params.set("before", keyText(turn.before));
  return withWords(place.path, params);
}

/** An address that says these words, if any. */
export function withWords(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}
