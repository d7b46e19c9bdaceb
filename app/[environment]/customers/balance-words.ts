import type { CustomerRow } from "#lib/customers/wire";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";

/** What a customer owes or is owed, in a sentence; null where it is nothing. */
export function balanceInWords(
  { balance, currency }: Pick<CustomerRow, "balance" | "currency">,
  locale: Locale,
): string | null {
  if (balance === 0 || currency === null || !isCurrency(currency)) return null;
  const amount = formatMoney(Math.abs(balance), currency, locale);
  const t = translator(locale, "customers");
  return balance > 0 ? t("owes", { amount }) : t("isOwed", { amount });
}
