import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues, type Messages } from "#lib/messages/catalogues";

type SortWord = keyof Messages["lists"]["sort"];

/** What an order of a list is called: "Newest first". Its name stands in the catalogue. */
export function sortWords(sort: string, locale: Locale): string {
  return isKnown(sort) ? translator(locale, "lists")(`sort.${sort}`) : sort;
}

function isKnown(sort: string): sort is SortWord {
  return Object.hasOwn(catalogues.en.lists.sort, sort);
}
