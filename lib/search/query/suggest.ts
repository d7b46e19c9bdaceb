import type { Locale } from "#lib/i18n/locale";
import { filterNames, suggestedValues } from "./vocabulary.ts";

const most = 6;

/** Whole queries that what is being typed at the end may become: a filter's name, then its values. */
export function suggestQueries(text: string, locale: Locale): string[] {
  const [, before = "", minus = "", typed = ""] = /^(.*?)(-?)(\S*)$/s.exec(text) ?? [];
  const [name = "", value] = typed.toLowerCase().split(":", 2);
  if (name === "") return [];
  if (value === undefined) {
    return Object.keys(filterNames)
      .filter((filter) => filter.startsWith(name))
      .slice(0, most)
      .map((filter) => `${before}${minus}${filter}:`);
  }
  const filter = Object.hasOwn(filterNames, name) ? filterNames[name] : undefined;
  return (filter ? suggestedValues(filter, locale) : [])
    .filter((each) => each.startsWith(value) && each !== value)
    .slice(0, most)
    .map((each) => `${before}${minus}${name}:${each}`);
}
