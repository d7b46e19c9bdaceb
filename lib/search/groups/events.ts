import { eventList } from "#lib/events/list/event-list";
import { paths } from "#lib/paths";
import type { SearchGroup } from "./group.ts";
import { listPage } from "./list-page.ts";
import { onlyWord } from "./only-word.ts";

/** Events of a type, whole or begun, such as `charge.failed`. */
export const eventGroup: SearchGroup = {
  key: "events",
  permission: "events:read",
  async find(viewer, query, { limit }) {
    const asked = onlyWord(viewer, query);
    const type = asked?.word.toLowerCase();
    if (!asked || !type || !/^[a-z_.]{3,100}$/.test(type)) return { hits: [], next: null, narrowed: false };
    const { from, to } = asked;
    return listPage(viewer, eventList, {
      query: { type: `${type}*`, object: null, delivery: null, period: null, from, to, sort: "newest" },
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
