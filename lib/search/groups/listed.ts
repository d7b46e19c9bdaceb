import type { Viewer } from "#lib/auth/viewer";
import type { Place } from "../find.ts";
import type { Sheet } from "../documents/sheet.ts";
import type { Query } from "../query/read-query.ts";
import { fitsOf } from "../query/wanted.ts";
import type { GroupPage, Hit } from "./group.ts";

interface Listing<Item> extends Place {
  /** What each is found by. */
  toSheet(item: Item): Pick<Sheet, "createdAt" | "facts" | "texts">;
  toHit(item: Item): Hit;
}

/** Those of a short list that fit, in its order; where a page begins is how many stand before it. */
export function listedPage<Item>(
  viewer: Viewer,
  query: Query,
  items: readonly Item[],
  { toSheet, toHit, limit, before: start = 0 }: Listing<Item>,
): GroupPage {
  const fits = fitsOf(viewer, query);
  const found = items.filter((item) => fits({ id: "", metadata: {}, money: [], ...toSheet(item) }));
  const end = start + limit;
  const hits = found.slice(start, end).map(toHit);
  return { hits, next: found.length > end ? end : null, narrowed: false, order: "own" };
}
