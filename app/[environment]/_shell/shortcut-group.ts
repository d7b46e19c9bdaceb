import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { Destination } from "#lib/pages/destinations";
import { noteVisit, shortcutsOf } from "#lib/pages/shortcuts";
import { paths } from "#lib/paths";
import type { NavigationGroup, NavigationItem } from "../../_ui/navigation";
import { destinationName } from "./destination-words";

/** The pages that a person keeps at hand, then those visited lately; this one is noted. */
export async function shortcutGroup(viewer: Viewer, path: string): Promise<NavigationGroup> {
  const page = path.split("?")[0] ?? "";
  await noteVisit(viewer, page);
  const { pinned, recent } = await shortcutsOf(viewer);
  const item =
    (icon: NavigationItem["icon"]) =>
    (place: Destination): NavigationItem => ({
      href: place.href,
      label: destinationName(viewer, place),
      icon,
      current: page === place.href,
      keys: place.keys ?? undefined,
    });
  const t = translator(viewer.locale, "commands");
  return {
    key: "shortcuts",
    title: t("names.shortcuts"),
    aside: { href: paths.shortcuts(viewer), label: t("edit") },
    items: [...pinned.map(item("pin")), ...recent.map(item("clock"))],
  };
}
