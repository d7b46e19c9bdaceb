import type { Locale } from "#lib/i18n/locale";
import { withCapital } from "#lib/i18n/with-capital";

/** The languages that mails and documents for a customer can be in. */
// prettier-ignore
const languages = [
  "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu", "id", "it",
  "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi",
  "zh", "zh-HK", "zh-TW",
];

/** Whether a text is a language's code, such as "fr" or "pt-BR". */
export function isLanguage(code: string): boolean {
  return languages.includes(code);
}

/** What a language is called in another, with a capital: "Portuguese (Brazil)". An unknown code stays as it is. */
export function languageName(code: string, locale: Locale): string {
  if (!isLanguage(code)) return code;
  const name = new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard" }).of(code);
  return name === undefined ? code : withCapital(name, locale);
}

/** Every language by its name in another; `own`: what somebody prefers already, which may be none of them. */
export function languagesByName(locale: Locale, own = ""): { code: string; name: string }[] {
  return [...new Set([...languages, own])]
    .filter((code) => code !== "")
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
