import type { ReactNode } from "react";

import type { Locale } from "#lib/i18n/locale";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";

import { Menu, MenuLink, MenuRule } from "./menu";
import { LiveSearch } from "./live-search";
import { SearchField } from "./search-field";
import type { Theme } from "./theme";
import { ThemeForm } from "./theme-form";

export type TopbarProps = {
  locale: Locale;
  data: "test" | "live";
  /** Where the search form goes, where it asks while one types, and what was searched. */
  search?: { action: string; live: string; query?: string };
  help: { href: string; label: string }[];
  person: { name: string; email: string; profileHref: string };
  /** The form that signs out: a `MenuButton` inside. */
  signOut: ReactNode;
  theme: Theme;
  path: string;
};

/** Search, whose data this is, help, and the person's own menu. */
export function Topbar({ locale, data, search, help, person, signOut, theme, path }: TopbarProps) {
  const t = translator(locale, "shell");
  return (
    <header className="ui-topbar">
      {search && (
        <LiveSearch action={search.action} live={search.live} words={liveWords(locale)}>
          <SearchField
            label={t("search")}
            placeholder={t("searchHint")}
            defaultValue={search.query}
            shortcut="/"
          />
        </LiveSearch>
      )}
      <div className="ui-topbar-tools">
        {data === "test" && <TestData locale={locale} />}
        <Menu opener={{ icon: "circle-question-mark", label: t("help") }}>
          {help.map(({ href, label }) => (
            <MenuLink key={href} href={href}>
              {label}
            </MenuLink>
          ))}
        </Menu>
        <Menu opener={{ icon: "user-round", label: t("profile") }}>
          <div className="px-2.5 py-1.5">
            <strong className="block">{person.name}</strong>
            <span className="text-soft">{person.email}</span>
          </div>
          <MenuRule />
          <MenuLink href={person.profileHref} icon="settings">
            {t("personalSettings")}
          </MenuLink>
          <ThemeForm locale={locale} theme={theme} path={path} />
          <MenuRule />
          {signOut}
        </Menu>
      </div>
    </header>
  );
}

function liveWords(locale: Locale) {
  const t = translator(locale, "shell");
  return {
    all: t("live.all"),
    nothing: t("live.nothing"),
    unready: t("live.unready"),
    suggestions: t("live.suggestions"),
    results: t("live.results"),
    recent: t("live.recent"),
    recentCount: labelled(t("live.recent"), "#", locale),
    editRecent: t("live.editRecent"),
  };
}

function TestData({ locale }: { locale: Locale }) {
  const t = translator(locale, "shell");
  return (
    <p className="ui-test-data" title={t("testDataExplained")}>
      <span className="max-md:hidden">{t("testData")}</span>
      <span className="md:hidden">{t("test")}</span>
    </p>
  );
}
