/** The languages people can use Comptoir in. */
export const locales = ["en", "fr"] as const;

export type Locale = (typeof locales)[number];

/** Whether `text` names a language Comptoir speaks. */
export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}
