import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { methodTypes } from "#lib/payments/list/payment-filters";

type Method = { type: string; brand: string | null; last4: string | null };

/** "Visa •• 4242": a payment method where there is little room. */
export function shortMethod({ type, brand, last4 }: Method, locale: Locale): string {
  const known = methodTypes.find((each) => each === type);
  const name = brandName(brand) ?? (known ? translator(locale, "methods")(`type.${known}`) : type);
  return last4 ? translator(locale, "transactions")("shortMethod", { name, last4 }) : name;
}
