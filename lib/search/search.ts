import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type GroupKey, type GroupPage, groupKeys, type Hit, type SearchGroup } from "./groups/group.ts";
import { searchGroups } from "./groups/groups.ts";
import { moment, since } from "./moment.ts";
import { type Query, readQuery } from "./query/read-query.ts";

export type { GroupKey, Hit, Query };
export { explain } from "./query/explain.ts";
export { suggestQueries } from "./query/suggest.ts";

export interface FoundGroup extends GroupPage {
  key: GroupKey;
}

export interface SearchResults {
  query: Query;
  /** Only those that have something, or stopped looking before they had. */
  groups: FoundGroup[];
  /** The index is being made anew: what is not found may be there all the same. */
  unready: boolean;
}

/** How long the search of each of many kinds may take, and of all together, milliseconds. */
const patience = { ofEach: 5, ofAll: 12 };

/** The newest of each kind that what was typed finds, among what the viewer may see. */
export async function searchEverything(viewer: Viewer, text: string, limit: number): Promise<SearchResults> {
  const query = readQuery(text, calendarOf(viewer));
  if (query.clauses.length === 0) return { query, groups: [], unready: false };
  const groups: FoundGroup[] = [];
  let unready = false;
  const begun = moment();
  for (const group of searchGroups.filter((each) => isOpen(viewer, each))) {
    const left = Math.max(0, patience.ofAll - since(begun));
    // Half of it, for the last to have some as well: each looks at the newest whatever is left.
    const page = await group.find(viewer, query, { limit, patience: Math.min(patience.ofEach, left / 2) });
    unready ||= page.unready === true;
    if (page.hits.length > 0 || page.narrowed) groups.push({ key: group.key, ...page });
  }
  return { query, groups, unready };
}

/** A page of one kind; `before`: where the page before it ended. */
export async function searchGroup(
  viewer: Viewer,
  text: string,
  { key, limit, before }: { key: GroupKey; limit: number; before?: number | undefined },
): Promise<{ query: Query; page: GroupPage }> {
  const query = readQuery(text, calendarOf(viewer));
  const group = searchGroups.find((each) => each.key === key);
  if (!group || !isOpen(viewer, group) || query.clauses.length === 0) {
    return { query, page: { hits: [], next: null, narrowed: false } };
  }
  return { query, page: await group.find(viewer, query, { limit, before }) };
}

/** Whether a text names a kind of result. */
export function isGroupKey(text: string): text is GroupKey {
  return groupKeys.some((key) => key === text);
}

function isOpen(viewer: Viewer, { permission }: SearchGroup): boolean {
  return permission === null || may(viewer, permission);
}

function calendarOf(viewer: Viewer) {
  return { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
}
