import type { Locale } from "./locale.ts";

/** Words that stand alone, beginning with a capital. */
export function withCapital(words: string, locale: Locale): string {
  return words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
}
