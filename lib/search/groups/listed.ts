import type { Viewer } from "#lib/auth/viewer";
import type { Sheet } from "../documents/sheet.ts";
import type { Query } from "../query/read-query.ts";
import { fitsOf } from "../query/wanted.ts";
import type { GroupPage, Hit } from "./group.ts";

/** Those of a short list that fit, in its order. `toSheet` says what each is found by. */
export function listedPage<Item>(
  viewer: Viewer,
  query: Query,
  items: readonly Item[],
  {
    toSheet,
    toHit,
    limit,
  }: { toSheet(item: Item): Pick<Sheet, "facts" | "texts">; toHit(item: Item): Hit; limit: number },
): GroupPage {
  const fits = fitsOf(viewer, query);
  const found = items.filter((item) =>
    fits({ id: "", createdAt: 0, metadata: {}, money: [], ...toSheet(item) }),
  );
  return { hits: found.slice(0, limit).map(toHit), next: null, narrowed: found.length > limit };
}
