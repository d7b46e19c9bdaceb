import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues, type Messages } from "#lib/messages/catalogues";

type Category = keyof Messages["balances"]["category"];

/** What a reporting category is called. */
export function categoryName(locale: Locale, category: string): string {
  const t = translator(locale, "balances");
  return isKnown(category) ? t(`category.${category}`) : category.replaceAll("_", " ");
}

function isKnown(category: string): category is Category {
  return Object.hasOwn(catalogues.en.balances.category, category);
}
