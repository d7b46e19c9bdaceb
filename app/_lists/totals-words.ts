import type { Viewer } from "#lib/auth/viewer";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Total } from "#lib/lists/list-source";
import { isCurrency } from "#lib/money";

const currenciesShown = 2;

/** How many match, and what they come to: the currencies with most rows first. "128 results · €1,400.00 (€900.00 came in) · ¥5,000". */
export function totalsWords({ locale }: Viewer, totals: Total[]): string {
  const t = translator(locale, "lists");
  const count = totals.reduce((sum, each) => sum + each.count, 0);
  const amounts = totals.flatMap((total) => amountWords(total, locale));
  const more = amounts.length - currenciesShown;
  return [
    t("totals.count", { count }),
    ...amounts.slice(0, currenciesShown),
    ...(more > 0 ? [t("totals.more", { count: more })] : []),
  ].join(" · ");
}

function amountWords({ amount, received = 0, currency }: Total, locale: Locale): string[] {
  if (currency === null || !isCurrency(currency)) return [];
  const all = formatMoney(amount, currency, locale);
  if (received === 0 || received === amount) return [all];
  const cameIn = formatMoney(received, currency, locale);
  return [translator(locale, "lists")("totals.cameIn", { all, cameIn })];
}
