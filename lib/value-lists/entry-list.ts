import { and, eq, getTableColumns } from "drizzle-orm";
import { listItems, valueLists } from "#db/schema/index";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { defaultLists } from "./default-lists.ts";
import type { ListItem } from "./queries.ts";

/** What is on a list, with the list's name where it is the business's own. */
export type ListedEntry = ListItem & { ownName: string | null };

/** Everything that is on a list. */
export const entryList = tableSource({
  name: "blocked",
  permission: "radar:read",
  path: paths.blocked,
  table: listItems,
  filters: both(
    choiceFilter("list", {
      words: defaultLists.map(({ key }) => key),
      column: listItems.list,
      indexed: true,
      put: (lists) => ({ lists }),
      get: ({ lists }) => lists,
    }),
    daysFilter(listItems.createdAt),
  ),
  sorts: creationSorts(listItems),
  select: (_viewer, handle, { where, orderBy, limit }): Promise<ListedEntry[]> =>
    handle.db
      .select({ ...getTableColumns(listItems), ownName: valueLists.name })
      .from(listItems)
      .leftJoin(
        valueLists,
        and(eq(valueLists.environmentId, listItems.environmentId), eq(valueLists.id, listItems.list)),
      )
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
});

export type EntryQuery = QueryOf<typeof entryList>;
