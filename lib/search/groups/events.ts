import { listEvents } from "#lib/events/queries";
import { paths } from "#lib/paths";
import { fitsOf } from "../query/wanted.ts";
import type { SearchGroup } from "./group.ts";
import { onlyWord } from "./only-word.ts";

/** Events of a type, whole or begun, such as `charge.failed`. */
export const eventGroup: SearchGroup = {
  key: "events",
  permission: "events:read",
  async find(viewer, query, { limit }) {
    const type = onlyWord(query);
    if (type === null || !/^[a-z_.]{3,100}$/.test(type)) return { hits: [], next: null, narrowed: false };
    const fits = fitsOf(viewer, query);
    const { rows, hasMore } = await listEvents(viewer, { limit }, { types: [`${type}*`] });
    const found = rows.filter((row) =>
      fits({
        id: row.id,
        createdAt: row.createdAt,
        facts: {},
        texts: { other: [row.type] },
        metadata: {},
        money: [],
      }),
    );
    return {
      hits: found.map((row) => ({
        id: row.id,
        href: paths.event(viewer, row.id),
        title: row.type,
        detail: row.objectId,
        state: null,
        money: null,
        at: row.createdAt,
      })),
      next: null,
      narrowed: hasMore,
    };
  },
};
