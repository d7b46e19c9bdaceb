import { headers } from "next/headers";
import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { keepAccount } from "#lib/people/last-account";
import { environmentsOf, type Reachable } from "#lib/people/members";
import { paths } from "#lib/paths";
import { approvalsWaiting } from "../_server/approvals-waiting";
import { pageViewer } from "../_server/page-viewer";
import { pathHeader } from "../_server/request-facts";
import { requireSignedIn } from "../_server/signed-in";
import { MenuButton } from "../_ui/menu";
import { destinationName } from "./_shell/destination-words";
import { keyBindings } from "./_shell/bindings";
import { shortcutGroup } from "./_shell/shortcut-group";
import type { NavigationGroup, NavigationItem, PlaceGroup } from "../_ui/navigation";
import { requestTheme } from "../_ui/request-preferences";
import { Shell } from "../_ui/shell";
import { HiddenNotice } from "./hidden-notice";

type LayoutProps = { params: Promise<{ environment: string }>; children: ReactNode };

/** What stands around every page of an environment. */
export default async function EnvironmentLayout({ params, children }: LayoutProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const path = (await headers()).get(pathHeader) ?? paths.home(viewer);
  const t = translator(viewer.locale, "navigation");
  const { environment } = viewer;
  const reachable = await environmentsOf(person.id);
  await keepAccount(person.id, environment.accountId, reachable);
  const items = navigationOf(viewer, path, (await approvalsWaiting(viewer)).length);
  const settings: NavigationItem = {
    href: paths.settings(viewer),
    label: t("settings"),
    icon: "settings",
    current: isWithin(path, paths.settings(viewer)),
  };
  return (
    <Shell
      locale={viewer.locale}
      account={{ name: environment.accountName, environment: t(`environment.${environment.kind}`) }}
      places={placesOf(viewer, reachable)}
      navigation={[
        { key: "main", items },
        await shortcutGroup(viewer, path),
        ...developersOf(viewer, path),
        { key: "settings", place: "end", items: [settings] },
      ]}
      tabs={[...items, settings].slice(0, 4)}
      data={environment.kind}
      search={{
        action: paths.search(viewer),
        live: paths.liveSearch(viewer),
        query: queryOf(path, paths.search(viewer)),
      }}
      help={[
        { href: paths.setupGuide(viewer), label: destinationName(viewer, { name: "setupGuide" }) },
        { href: paths.commands(viewer), label: destinationName(viewer, { name: "commands" }) },
        { href: paths.keyboard(viewer), label: destinationName(viewer, { name: "keyboard" }) },
      ]}
      keys={await keyBindings(viewer)}
      person={{ name: person.name, email: person.email, profileHref: paths.personalSettings(viewer) }}
      signOut={
        <form action="/sign-out" method="post">
          <MenuButton icon="log-out">{t("signOut")}</MenuButton>
        </form>
      }
      theme={await requestTheme()}
      path={path}
    >
      <HiddenNotice viewer={viewer} page={path.split("/").slice(2).join("/")} />
      {children}
    </Shell>
  );
}

/** By how often it is what somebody comes for: the first of them are at hand on a phone. */
function navigationOf(viewer: Viewer, path: string, toApprove: number): NavigationItem[] {
  const t = translator(viewer.locale, "navigation");
  const item = itemsAt(path);
  const home = paths.home(viewer);
  const items: NavigationItem[] = [
    { href: home, label: t("home"), icon: "house", current: path.split("?")[0] === home },
  ];
  if (may(viewer, "payments:read")) {
    items.push(item(paths.transactions(viewer), t("transactions"), "arrow-left-right"));
  }
  if (may(viewer, "balance:read")) items.push(item(paths.balances(viewer), t("balances"), "wallet"));
  if (may(viewer, "customers:read")) {
    items.push(item(paths.customers(viewer), t("customers"), "users"));
  }
  if (may(viewer, "refunds:write")) {
    items.push({ ...item(paths.desk(viewer), t("desk"), "undo-2"), count: toApprove });
  }
  if (may(viewer, "products:read")) items.push(item(paths.products(viewer), t("products"), "box"));
  return items;
}

function developersOf(viewer: Viewer, path: string): NavigationGroup[] {
  const t = translator(viewer.locale, "navigation");
  const item = itemsAt(path);
  const items: NavigationItem[] = [];
  if (may(viewer, "events:read")) {
    items.push(item(paths.requestLogs(viewer), t("requestLogs"), "list"));
    items.push(item(paths.events(viewer), t("events"), "braces"));
  }
  if (may(viewer, "webhooks:write")) items.push(item(paths.webhooks(viewer), t("webhooks"), "webhook"));
  if (may(viewer, "events:read")) items.push(item(paths.reference(viewer), t("reference"), "code"));
  return items.length > 0 ? [{ key: "developers", title: t("developers"), items }] : [];
}

/** Makes items of the navigation; the one that holds `path` is current. */
function itemsAt(path: string) {
  return (href: string, label: string, icon: NavigationItem["icon"]): NavigationItem => ({
    href,
    label,
    icon,
    current: isWithin(path, href),
  });
}

function placesOf({ environment, locale }: Viewer, reachable: Reachable[]): PlaceGroup[] {
  const t = translator(locale, "navigation");
  const here = reachable.filter(({ accountId }) => accountId === environment.accountId);
  const elsewhere = reachable.filter(
    ({ accountId, locked }) => accountId !== environment.accountId && !locked,
  );
  const environments = here.map(({ slug, kind, locked }) => ({
    href: locked ? `/locked/${slug}` : `/${slug}`,
    label: locked ? t("locked") : t(`environment.${kind}`),
    current: slug === environment.slug,
  }));
  const accounts = elsewhere.map(({ slug, accountName }) => ({ href: `/${slug}`, label: accountName }));
  const groups = [{ key: "environments", title: t("environments"), places: environments }];
  return accounts.length > 0
    ? [...groups, { key: "accounts", title: t("accounts"), places: accounts }]
    : groups;
}

function isWithin(path: string, section: string): boolean {
  const page = path.split("?")[0] ?? "";
  return page === section || page.startsWith(`${section}/`);
}

function queryOf(path: string, searchPath: string): string | undefined {
  const [page, query] = path.split("?");
  return page === searchPath ? (new URLSearchParams(query).get("q") ?? undefined) : undefined;
}
