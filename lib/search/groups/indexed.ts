import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Kind } from "../documents/kind.ts";
import { find } from "../find.ts";
import { wantedBy } from "../query/wanted.ts";
import type { GroupKey, Hit, SearchGroup } from "./group.ts";

/** A group of what the index finds. */
export function indexedGroup<Row>(
  key: GroupKey,
  kind: Kind<Row>,
  toHits: (viewer: Viewer, rows: Row[]) => Promise<Hit[]>,
): SearchGroup {
  return {
    key,
    permission: kind.permission,
    async find(viewer, query, place) {
      const { found, next, narrowed } = await find(
        await reader(viewer),
        kind,
        wantedBy(viewer, query, kind),
        place,
      );
      const hits = await toHits(
        viewer,
        found.map(({ row }) => row),
      );
      return { hits, next, narrowed };
    },
  };
}
