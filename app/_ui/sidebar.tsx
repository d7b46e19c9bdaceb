import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { MenuLink, MenuTitle } from "./menu";
import type { NavigationGroup, NavigationItem, PlaceGroup } from "./navigation";
import { Keys, Logo } from "./small";

export type SidebarProps = {
  locale: Locale;
  account: { name: string; environment: string };
  places: PlaceGroup[];
  navigation: NavigationGroup[];
};

/** Where one is and where one can go; on a phone it opens from the tab bar, by its address alone. */
export function Sidebar({ locale, account, places, navigation }: SidebarProps) {
  const t = translator(locale, "shell");
  return (
    <nav className="ui-sidebar" id="menu" aria-label={t("mainNavigation")}>
      <AccountPicker label={t("switchAccount")} account={account} places={places} />
      <div className="ui-sidebar-close">
        <IconButton icon="x" label={t("closeMenu")} href="#content" />
      </div>
      <div className="ui-nav">
        {navigation.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </div>
    </nav>
  );
}

type AccountPickerProps = Pick<SidebarProps, "account" | "places"> & { label: string };

function AccountPicker({ label, account, places }: AccountPickerProps) {
  return (
    <details className="ui-menu ui-account" data-dismiss="">
      <summary title={label}>
        <Logo />
        <span className="ui-account-name">
          <b>{account.name}</b>
          <small>{account.environment}</small>
        </span>
        <Icon name="chevrons-up-down" />
      </summary>
      <div className="ui-panel">
        {places.map((group) => (
          <div key={group.key}>
            <MenuTitle>{group.title}</MenuTitle>
            {group.places.map((place) => (
              <MenuLink key={place.href} href={place.href} current={place.current}>
                {place.label}
              </MenuLink>
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}

function Group({ group }: { group: NavigationGroup }) {
  return (
    <div className={group.place === "end" ? "ui-nav-end" : undefined}>
      {group.title && (
        <p className="ui-nav-title">
          {group.title} {group.aside && <a href={group.aside.href}>{group.aside.label}</a>}
        </p>
      )}
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <NavigationLink item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NavigationLink({ item }: { item: NavigationItem }) {
  return (
    <a className="ui-nav-link" href={item.href} aria-current={item.current ? "page" : undefined}>
      <Icon name={item.icon} />
      {item.label}
      {item.keys && (
        <span className="ui-keys" aria-hidden="true">
          <Keys keys={item.keys} />
        </span>
      )}
      {item.count ? <span className="ui-nav-count">{item.count}</span> : null}
    </a>
  );
}
