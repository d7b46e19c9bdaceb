import { translator } from "#lib/i18n/translator";
import type { Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { Tabs } from "../_ui/tabs";
import type { OpenList } from "./open-list";

/** The saved views of a list, each with its own address; nothing where there are none. */
export function ViewTabs<Row extends Listed, Query extends Sorted>({ list }: { list: OpenList<Row, Query> }) {
  const { viewer, place, views, savedView } = list;
  if (views.length === 0) return null;
  const t = translator(viewer.locale, "lists");
  const saved = views.map(({ id, name, words }) => {
    const params = new URLSearchParams(words);
    params.set("view", id);
    return { href: `${place.path}?${params}`, label: name, current: id === savedView?.id };
  });
  return (
    <Tabs
      label={t("views.label")}
      tabs={[{ href: place.path, label: t("views.all"), current: savedView === null }, ...saved]}
      small
    />
  );
}
