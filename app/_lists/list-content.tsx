import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { ChipLink, FilterChips } from "../_ui/filter-chip";
import { ListPages } from "./list-pages";
import { ListTable } from "./list-table";
import { ListTools } from "./list-tools";
import { ListTotals } from "./list-totals";
import { NoMatch } from "./no-match";
import type { OpenList } from "./open-list";
import { Problems } from "./problems";
import { SelectionBar } from "./selection-bar";
import { ViewTabs } from "./view-tabs";

/** A list under its heading: filters, what they leave, rows, and the way to more of them. */
export async function ListContent<Row extends Listed, Query extends Sorted>({
  list,
}: {
  list: OpenList<Row, Query>;
}) {
  const { view, viewer, place, query, page, isFirst } = list;
  const { locale } = viewer;
  const problems = <Problems locale={locale} problems={list.problems} isPageKnown={list.isPageKnown} />;
  if (list.isEmpty) {
    return (
      <>
        {problems}
        {view.empty(viewer)}
      </>
    );
  }
  return (
    <>
      {problems}
      <ViewTabs list={list} />
      <div className="grid gap-2">
        <FilterChips aside={<ListTotals list={list} />}>
          {await view.filters({ viewer, place, query }, page.rows)}
          {list.isFiltering && (
            <ChipLink href={list.clearHref}>{translator(locale, "lists")("filter.clear")}</ChipLink>
          )}
          <ListTools list={list} />
        </FilterChips>
        <SelectionBar list={list} />
        {page.rows.length > 0 ? (
          <ListTable list={list} />
        ) : (
          <NoMatch viewer={viewer} clearHref={list.clearHref} sort={query.sort} until={page.continueFrom} />
        )}
        <ListPages
          {...{ viewer, place, query, page, isFirst }}
          shown={view.shown(viewer, page.rows.length)}
        />
      </div>
    </>
  );
}
