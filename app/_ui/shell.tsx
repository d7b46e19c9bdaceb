import type { ReactNode } from "react";

import { translator } from "#lib/i18n/translator";

import { Icon } from "./icon";
import type { NavigationItem } from "./navigation";
import type { KeyBindings } from "./key-bindings";
import { ShellKeys } from "./shell-keys";
import { Sidebar, type SidebarProps } from "./sidebar";
import { Topbar, type TopbarProps } from "./topbar";

type ShellProps = SidebarProps &
  TopbarProps & {
    /** The four places a phone keeps at hand; the rest is under "More". */
    tabs: NavigationItem[];
    keys: KeyBindings;
    children: ReactNode;
  };

/** What stands around every page of the dashboard. It knows nothing: everything it says is given to it. */
export function Shell({ locale, account, places, navigation, tabs, keys, children, ...topbar }: ShellProps) {
  const t = translator(locale, "shell");
  return (
    <div className="ui-shell" data-keys={keys.state}>
      <a className="ui-skip" href="#content">
        {t("skipToContent")}
      </a>
      <Sidebar locale={locale} account={account} places={places} navigation={navigation} />
      <div>
        <Topbar locale={locale} {...topbar} />
        <main className="ui-main" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      <TabBar label={t("atHand")} more={t("more")} tabs={tabs} />
      <ShellKeys {...keys} />
    </div>
  );
}

function TabBar({ label, more, tabs }: { label: string; more: string; tabs: NavigationItem[] }) {
  return (
    <nav className="ui-tabbar" aria-label={label}>
      {tabs.map(({ href, label: name, icon, current }) => (
        <a key={href} className="ui-tab" href={href} aria-current={current ? "page" : undefined}>
          <Icon name={icon} />
          {name}
        </a>
      ))}
      <a className="ui-tab" href="#menu">
        <Icon name="menu" />
        {more}
      </a>
    </nav>
  );
}
