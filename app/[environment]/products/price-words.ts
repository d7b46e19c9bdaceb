import { isCurrency } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { formatExact } from "#lib/prices/exact-amount";
import { amountsIn, modelNameOf } from "#lib/prices/price-in";
import type { PriceRow } from "#lib/prices/wire";

/** A price as people say it: "€10.00 per month", "from €7.00 per unit", "the customer chooses". */
export function priceInWords(price: PriceRow, locale: Locale, currency = price.currency): string {
  const t = translator(locale, "prices");
  const much = howMuch(price, locale, currency);
  if (price.interval === null) return much;
  return t("recurs", { price: much, every: everyInWords(price, locale) ?? "" });
}

/** How often a price recurs: "per month", "every 3 months"; null for one that does not. */
export function everyInWords({ interval, intervalCount }: PriceRow, locale: Locale): string | null {
  if (interval === null) return null;
  return translator(locale, "prices")(`every.${interval}`, { count: intervalCount ?? 1 });
}

/** An exact amount of minor units in words; "—" for none. */
export function exactInWords(amount: string | null, currency: string, locale: Locale): string {
  return amount === null || !isCurrency(currency) ? "—" : formatExact(amount, currency, locale);
}

function howMuch(price: PriceRow, locale: Locale, currency: string): string {
  const t = translator(locale, "prices");
  const amounts = amountsIn(price, currency);
  const said = (amount: string | null) => exactInWords(amount, currency, locale);
  const model = modelNameOf(price);
  if (model === "custom") return t("customerChooses");
  if (model === "flat") return said(amounts?.unitAmount ?? null);
  if (model === "package") {
    const count = price.transformQuantity?.divide_by ?? 1;
    return t("perPackage", { amount: said(amounts?.unitAmount ?? null), count });
  }
  const [first] = amounts?.tiers ?? [];
  const isPerUnit = typeof first?.unitAmount === "string";
  return isPerUnit
    ? t("fromPerUnit", { amount: said(first.unitAmount) })
    : t("from", { amount: said(first?.flatAmount ?? null) });
}
