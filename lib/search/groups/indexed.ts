import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Entry, Kind } from "../documents/kind.ts";
import { find } from "../find.ts";
import { isIndexWhole } from "../index/state.ts";
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
      // What is hidden from the viewer is found all the same by who knows it, and stays hidden.
      const whole = await reader({ ...viewer, conceal: undefined });
      const { found, next, narrowed } = await find(whole, kind, wantedBy(viewer, query, kind), place);
      const hits = await toHits(viewer, await rowsToShow(viewer, kind, found));
      return { hits, next, narrowed, ...((await isIndexWhole()) ? {} : { unready: true }) };
    },
  };
}

/** The rows of what was found, in its order, as far as the viewer may see them. */
async function rowsToShow<Row>(
  viewer: Viewer,
  kind: Kind<Row>,
  found: readonly Entry<Row>[],
): Promise<Row[]> {
  if (!viewer.conceal) return found.map(({ row }) => row);
  const ids = found.map(({ sheet }) => sheet.id);
  const seen = new Map(
    (await kind.read(await reader(viewer), ids)).map((entry) => [entry.sheet.id, entry.row]),
  );
  return ids.flatMap((id) => seen.get(id) ?? []);
}
