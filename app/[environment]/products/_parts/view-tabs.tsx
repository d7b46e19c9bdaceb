import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { Tabs } from "../../../_ui/tabs";
import { type ListQuery, valueIn } from "../../developers/list-query";

const views = ["active", "archived", "all"] as const;
export type View = (typeof views)[number];

/** Which part of a list of the catalogue an address asks for: what is on offer, unless it says otherwise. */
export function viewIn(query: ListQuery): View {
  return views.find((one) => one === valueIn(query, "view")) ?? "active";
}

/** What `active` is in that part; undefined where it may be either. */
export function activeIn(view: View): boolean | undefined {
  return view === "all" ? undefined : view === "active";
}

/** The address of that part of a list; `search`: what was typed to find something. */
export function viewAddress(path: string, view: View, search = ""): string {
  const params = new URLSearchParams({
    ...(view === "active" ? {} : { view }),
    ...(search === "" ? {} : { q: search }),
  });
  return params.size === 0 ? path : `${path}?${params}`;
}

type ViewTabsProps = { locale: Locale; path: string; view: View; search?: string };

/** What is on offer, what is archived, or both. */
export function ViewTabs({ locale, path, view, search }: ViewTabsProps) {
  const t = translator(locale, "products");
  return (
    <Tabs
      label={t("views")}
      tabs={views.map((one) => ({
        href: viewAddress(path, one, search),
        label: t(`view.${one}`),
        current: one === view,
      }))}
    />
  );
}
