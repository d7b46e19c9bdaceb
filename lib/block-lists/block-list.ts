import { blockEntries } from "#db/schema/index";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { blockLists } from "./block-entry.ts";

/** Every card and email that is blocked. */
export const blockList = tableSource({
  name: "blocked",
  permission: "radar:read",
  path: paths.blocked,
  table: blockEntries,
  filters: both(
    choiceFilter("list", {
      words: blockLists,
      column: blockEntries.list,
      indexed: true,
      put: (lists) => ({ lists }),
      get: ({ lists }) => lists,
    }),
    daysFilter(blockEntries.createdAt),
  ),
  sorts: creationSorts(blockEntries),
  select: (_viewer, handle, { where, orderBy, limit }) =>
    handle.db
      .select()
      .from(blockEntries)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
});

export type BlockQuery = QueryOf<typeof blockList>;
