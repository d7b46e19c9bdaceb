import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { paths } from "#lib/paths";
import { newFormKey } from "../_server/form-key";
import { bulkActs, runActs } from "./bulk-acts";
import type { OpenList } from "./open-list";
import { SelectionForm } from "./selection-form";

/** What can be done with the rows that are checked, here and on other pages, or with all that match. */
export function SelectionBar<Row extends Listed, Query extends Sorted>({
  list,
}: {
  list: OpenList<Row, Query>;
}) {
  const { view, viewer, place, query, page, selection } = list;
  const acts = bulkActs(viewer, view.source.name);
  if (acts.length === 0 || page.rows.length === 0) return null;
  const t = translator(viewer.locale, "lists");
  const asked = place.params(query);
  for (const kept of ["view", "selection"]) asked.delete(kept);
  return (
    <SelectionForm
      formKey={newFormKey()}
      list={view.source.name}
      seen={page.rows.map(({ id }) => id)}
      asked={asked.toString()}
      earlier={selection && { id: selection.id, ids: selection.ids ?? [] }}
      acts={acts}
      words={{
        title: t("selection.title"),
        one: t("selection.selected", { count: 1, shown: "#" }),
        several: t("selection.selected", { count: 2, shown: "#" }),
        matching: list.isFiltering ? t("selection.matching") : t("selection.everything"),
        keep: t("selection.keep"),
        clear: t("selection.clear"),
      }}
      clearHref={place.path}
      runs={
        runActs(viewer, view.source.name).length > 0
          ? { href: paths.bulkRuns(viewer), label: translator(viewer.locale, "bulk")("title") }
          : null
      }
    />
  );
}
