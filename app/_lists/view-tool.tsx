import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { mayChangeView } from "#lib/lists/views/view";
import { newFormKey } from "../_server/form-key";
import { FilterChip } from "../_ui/filter-chip";
import type { OpenList } from "./open-list";
import { ViewForm } from "./view-form";

/** Keeps the filters and the order under a name, or changes the view that one looks at. */
export function ViewTool<Row extends Listed, Query extends Sorted>({ list }: { list: OpenList<Row, Query> }) {
  const { viewer, place, query, savedView } = list;
  const t = translator(viewer.locale, "lists");
  const changes = savedView !== null && mayChangeView(viewer, savedView) ? savedView : null;
  const words = place.params(query);
  words.delete("view");
  if (!changes && words.size === 0) return null;
  // What was saved closes the panel it was saved in.
  const state = `${changes?.id} ${changes?.name} ${changes?.shared}`;
  const title = changes ? t("views.edit") : t("views.save");
  return (
    <FilterChip key={state} label={title} quiet>
      <ViewForm
        formKey={newFormKey()}
        list={list.view.source.name}
        asked={words.toString()}
        view={changes && { id: changes.id, name: changes.name, isShared: changes.shared }}
        mayShare={may(viewer, "views:share")}
        words={{
          title,
          name: t("views.name"),
          share: t("views.share"),
          shareHint: t("views.shareHint"),
          save: changes ? t("views.update") : t("views.save"),
          delete: t("views.delete"),
        }}
      />
    </FilterChip>
  );
}
