import type { Viewer } from "#lib/auth/viewer";
import { type ListSource, type Sorted, writeQuery } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import type { GroupPage, Hit } from "./group.ts";

interface Asked<Row, Query> {
  query: Query;
  limit: number;
  toHit(row: Row): Hit;
}

/** The newest of what a list of the dashboard shows for a query; all of them are there. */
export async function listPage<Row extends Listed, Query extends Sorted>(
  viewer: Viewer,
  source: ListSource<Row, Query>,
  { query, limit, toHit }: Asked<Row, Query>,
): Promise<GroupPage> {
  const { rows, older, continueFrom } = await source.page(viewer, query, {
    direction: "older",
    from: null,
    size: limit,
  });
  return {
    hits: rows.map(toHit),
    next: null,
    narrowed: older !== null || continueFrom !== null,
    list: `${source.path(viewer)}?${writeQuery(source, query)}`,
  };
}
