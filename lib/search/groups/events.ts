import type { Viewer } from "#lib/auth/viewer";
import { typesSeenBy } from "#lib/events/event-permission";
import { eventList } from "#lib/events/list/event-list";
import { typesLike } from "#lib/events/list/types-like";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { listPage } from "./list-page.ts";
import { onlyWord } from "./only-word.ts";

/** Whether a type of events that the viewer may see begins like this: no event can be of another. */
function beginsSome(viewer: Viewer, begun: string): boolean {
  const seen = typesSeenBy(viewer);
  return typesLike(`${begun}*`).some((type) => seen === null || seen.includes(type));
}

/** Events of a type, whole or begun, such as `charge.failed`. */
export const eventGroup: SearchGroup = {
  key: "events",
  permission: "events:read",
  async find(viewer, query, { limit }) {
    const asked = onlyWord(viewer, query);
    const begun = asked?.word.toLowerCase() ?? "";
    if (!asked || !/^[a-z_.]{3,100}$/.test(begun) || !beginsSome(viewer, begun)) {
      return { hits: [], next: null, narrowed: false };
    }
    const { from, to } = asked;
    return listPage(viewer, eventList, {
      query: { type: `${begun}*`, object: null, delivery: null, period: null, from, to, sort: "newest" },
      limit,
      toHit: (row) => ({
        id: row.id,
        href: paths.event(viewer, row.id),
        title: row.type,
        detail: row.objectId,
        state: null,
        money: null,
        at: row.createdAt,
      }),
    });
  },
};
