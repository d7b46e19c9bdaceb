import { may } from "#lib/auth/permissions";
import { isDatasetName } from "#lib/exports/datasets/all";
import { translator } from "#lib/i18n/translator";
import { offersSort, readingOf, writeQuery } from "#lib/lists/list-source";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { paths } from "#lib/paths";
import { newFormKey } from "../_server/form-key";
import { ChipLink, FilterChip } from "../_ui/filter-chip";
import { MenuLink } from "../_ui/menu";
import { ColumnsForm } from "./columns-form";
import { addressOf } from "./list-place";
import { shownColumns } from "./list-table";
import type { OpenList } from "./open-list";
import { sortWords } from "./sort-words";
import { ViewTool } from "./view-tool";

/** In which order the rows come, and which of their columns are shown. */
export function ListTools<Row extends Listed, Query extends Sorted>({
  list,
}: {
  list: OpenList<Row, Query>;
}) {
  const { view, viewer, place, query } = list;
  const { locale } = viewer;
  const t = translator(locale, "lists");
  const { name, sorts } = view.source;
  const offered = sorts.filter((sort) => offersSort(view.source, sort, readingOf(viewer)));
  const all = view.columns(viewer);
  const shown = shownColumns(all, list.columns);
  const choices = [...shown, ...all.filter((column) => !shown.includes(column))];
  return (
    <>
      <FilterChip
        label={t("order")}
        value={query.sort === sorts[0] ? null : sortWords(query.sort, locale)}
        quiet
      >
        <nav className="-mx-2.5" aria-label={t("order")}>
          {offered.map((sort) => (
            <MenuLink key={sort} href={addressOf(place, { ...query, sort })} current={sort === query.sort}>
              {sortWords(sort, locale)}
            </MenuLink>
          ))}
        </nav>
      </FilterChip>
      <ViewTool list={list} />
      {isDatasetName(name) && may(viewer, "exports:read") && (
        <ChipLink href={paths.newExport(viewer, name, writeQuery(view.source, query).toString())}>
          {t("export")}
        </ChipLink>
      )}
      <FilterChip label={t("columns.title")} quiet>
        <ColumnsForm
          list={name}
          formKey={newFormKey()}
          columns={choices.map((column) => ({
            key: column.key,
            label: column.label,
            isShown: shown.includes(column),
          }))}
          words={{
            title: t("columns.title"),
            up: t("columns.up", { column: "#" }),
            down: t("columns.down", { column: "#" }),
            apply: translator(locale, "common")("apply"),
            reset: t("columns.reset"),
          }}
        />
      </FilterChip>
    </>
  );
}
