import { cookies, headers } from "next/headers";

import type { Locale } from "#lib/i18n/locale";
import { negotiateLocale } from "#lib/i18n/negotiate-locale";

import { isTheme, type Theme } from "./theme";

/** The theme this browser chose. */
export async function requestTheme(): Promise<Theme> {
  const theme = (await cookies()).get("theme")?.value;
  return isTheme(theme) ? theme : "system";
}

/** The language of this request: the `locale` cookie (set from the profile), else the browser's. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get("locale")?.value;
  return negotiateLocale(chosen, (await headers()).get("accept-language"));
}
