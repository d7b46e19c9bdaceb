import type { InstrumentType } from "#db/schema/customers";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

const brands: Record<string, string | undefined> = {
  amex: "American Express",
  cartes_bancaires: "Cartes Bancaires",
  diners: "Diners Club",
  discover: "Discover",
  eftpos_au: "Eftpos Australia",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
  visa: "Visa",
};

/** A card's brand as people know it; null for one that has no name. */
export function brandName(brand: string | null): string | null {
  return (brand === null ? undefined : brands[brand]) ?? null;
}

/** "Visa ending 4242", "SEPA debit ending 3000": what a person recognises a payment method by. */
export function methodName(
  method: { type: InstrumentType; brand: string | null; last4: string },
  locale: Locale,
): string {
  const t = translator(locale, "methods");
  return t("ending", { name: brandName(method.brand) ?? t(`type.${method.type}`), last4: method.last4 });
}
