import { isCurrency } from "#lib/currencies";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";

/** Money that may not be there, in words: "—". */
export function moneyInWords(amount: number | null, currency: string | null, locale: Locale): string {
  if (amount === null || currency === null || !isCurrency(currency)) return "—";
  return formatMoney(amount, currency, locale);
}
