import type { Locale } from "./locale.ts";
import { translator } from "./translator.ts";

/** "Reason: duplicate", with the space before the colon where a language has one. */
export function labelled(label: string, value: string, locale: Locale): string {
  return translator(locale, "common")("labelled", { label, value });
}
