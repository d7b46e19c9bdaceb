import { redirect } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { chosenColumns } from "#lib/lists/columns";
import {
  isFiltering,
  readingOf,
  readQuery,
  type Sorted,
  unfiltered,
  writeQuery,
} from "#lib/lists/list-source";
import type { Listed, Page } from "#lib/lists/read-page";
import { findSelected } from "#lib/lists/selections/find-selected";
import type { Selection } from "#lib/lists/selections/selection";
import { type SavedView, viewsOf } from "#lib/lists/views/view";
import { type QueryParams, type QueryProblem, saysJust } from "#lib/lists/read-params";
import { addressOf, type ListPlace, withWords } from "./list-place";
import type { ListView } from "./list-view";
import { readTurn } from "./read-turn";

/** A list, asked for and read. */
export interface OpenList<Row extends Listed, Query extends Sorted> {
  view: ListView<Row, Query>;
  viewer: Viewer;
  place: ListPlace<Query>;
  query: Query;
  problems: QueryProblem[];
  isPageKnown: boolean;
  page: Page<Row>;
  isFirst: boolean;
  isFiltering: boolean;
  /** The address without filters. */
  clearHref: string;
  /** There is nothing to list yet, whatever one asks for. */
  isEmpty: boolean;
  /** The columns the viewer chose, in their order; null: the usual ones. */
  columns: string[] | null;
  views: SavedView[];
  /** The saved view that one looks at, perhaps with other filters by now. */
  savedView: SavedView | null;
  /** Rows kept from other pages, where there are no scripts to remember them. */
  selection: Selection | null;
  /** Adding up takes its time: without scripts it is asked for. */
  wantsTotals: boolean;
}

/** Reads the page of a list that an address asks for; one that says it in other words is led to the usual ones. */
export async function openList<Row extends Listed, Query extends Sorted>(
  viewer: Viewer,
  view: ListView<Row, Query>,
  address: QueryParams,
): Promise<OpenList<Row, Query>> {
  const { source } = view;
  const { query, problems } = readQuery(source, address, readingOf(viewer));
  const views = await viewsOf(viewer, source.name);
  const savedView = views.find(({ id }) => id === address.view) ?? null;
  const selection = await keptSelection(viewer, address);
  const place = {
    path: source.path(viewer),
    params: (asked: Query) =>
      keeping(writeQuery(source, asked), { view: savedView?.id, selection: selection?.id }),
  };
  const isSpelledOut = saysJust(address, writeQuery(source, query), [...source.params, "sort"]);
  if (problems.length === 0 && !isSpelledOut) redirect(addressOf(place, query));

  const { turn, isPageKnown } = readTurn(address);
  const [page, columns] = await Promise.all([
    source.page(viewer, query, turn),
    chosenColumns(viewer, source.name),
  ]);
  const isFirst = turn.from === null;
  const filtering = isFiltering(source, query);
  return {
    ...{
      view,
      viewer,
      place,
      query,
      problems,
      isPageKnown,
      page,
      isFirst,
      columns,
      views,
      savedView,
      selection,
    },
    isFiltering: filtering,
    clearHref: withWords(place.path, unfiltered(source, query)),
    isEmpty: page.rows.length === 0 && isFirst && !filtering,
    wantsTotals: address.totals !== undefined,
  };
}

/** The words of a query, and what goes with the reader from page to page. */
function keeping(params: URLSearchParams, kept: Record<string, string | undefined>): URLSearchParams {
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) params.set(name, value);
  return params;
}

/** The selection that the address names, if it is the viewer's own. */
async function keptSelection(viewer: Viewer, { selection }: QueryParams): Promise<Selection | null> {
  if (typeof selection !== "string") return null;
  try {
    return await findSelected(viewer, selection);
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}
