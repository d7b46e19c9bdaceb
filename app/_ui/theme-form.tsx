import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { type Theme, themes } from "./theme";

const icons = { light: "sun", dark: "moon", system: "monitor" } satisfies Record<Theme, IconName>;

type ThemeFormProps = {
  locale: Locale;
  theme: Theme;
  /** The path of the page, to come back to. */
  path: string;
};

/** Light, dark, or as the system: one button each. */
export function ThemeForm({ locale, theme, path }: ThemeFormProps) {
  const t = translator(locale, "shell");
  const next = themes[(themes.indexOf(theme) + 1) % themes.length];
  return (
    <form className="ui-theme" action="/theme" method="post" aria-label={t("theme")}>
      <input type="hidden" name="return_to" value={path} />
      {themes.map((one) => (
        <button
          key={one}
          name="theme"
          value={one}
          aria-pressed={one === theme}
          data-shortcut={one === next ? "T" : undefined}
        >
          <Icon name={icons[one]} />
          {t(`themes.${one}`)}
        </button>
      ))}
    </form>
  );
}
