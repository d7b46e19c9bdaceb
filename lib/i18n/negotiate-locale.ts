import { isLocale, type Locale } from "#lib/i18n/locale";

/** The language to answer in: the person's own choice, else what their browser asks for, else English. */
export function negotiateLocale(profileLocale?: string | null, acceptLanguage?: string | null): Locale {
  if (profileLocale && isLocale(profileLocale)) return profileLocale;
  return preferredLanguages(acceptLanguage ?? "").find(isLocale) ?? "en";
}

/** "fr-CH;q=0.8, de" → ["de", "fr"]: primary languages, most wanted first, unwanted ones (q=0) left out. */
function preferredLanguages(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(",")
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

function parseRange(range: string): { language: string; weight: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality ? Number(quality.slice(2)) : 1;
  return { language: tag.split("-")[0] ?? "", weight: Number.isNaN(weight) ? 0 : weight };
}
