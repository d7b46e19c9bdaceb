import { isLocale, type Locale } from "#lib/i18n/locale";

/** The language that somebody is written to in, of those they would like best; null: none of them is spoken here. */
export function spokenBy(preferredLocales: readonly string[]): Locale | null {
  const languages = preferredLocales.map((locale) => locale.toLowerCase().split("-")[0] ?? "");
  return languages.find(isLocale) ?? null;
}
