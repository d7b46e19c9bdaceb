import type { Viewer } from "#lib/auth/viewer";
import { isFiltering, readingOf, readQuery, type Sorted, writeQuery } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import type { QueryParams } from "#lib/lists/read-params";
import type { ListView } from "./list-view";

type ToldFiltersProps<Row extends Listed, Query extends Sorted> = {
  viewer: Viewer;
  view: ListView<Row, Query>;
  /** The words of an address of the list. */
  address: QueryParams;
  /** Above them, where there are any. */
  title: string;
};

/** What an address filters a list by, in words: a line for each filter. */
export async function ToldFilters<Row extends Listed, Query extends Sorted>({
  viewer,
  view,
  address,
  title,
}: ToldFiltersProps<Row, Query>) {
  const { source } = view;
  const { query } = readQuery(source, address, readingOf(viewer));
  if (!isFiltering(source, query)) return null;
  const place = {
    path: source.path(viewer),
    params: (asked: Query) => writeQuery(source, asked),
    told: true as const,
  };
  return (
    <div>
      <p className="text-soft">{title}</p>
      <ul className="list-disc ps-5">{await view.filters({ viewer, place, query }, [])}</ul>
    </div>
  );
}
