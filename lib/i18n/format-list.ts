import type { Locale } from "./locale.ts";

/** Names one after the other, as a sentence of the language lists them: "the receipt, the policy and the letter". */
export function formatList(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
