import type { Viewer } from "#lib/auth/viewer";
import { formatMoney } from "#lib/i18n/format";
import { type Currency, currencyOf, toDecimalString } from "#lib/money";

type Reader = Pick<Viewer, "locale">;

/** "€64.50". */
export function moneyOf({ locale }: Reader, amount: number, currency: string): string {
  return formatMoney(amount, currencyOf(currency), locale);
}

/** An amount as a person of this language would type it: "64.50", "64,50". */
export function typedForm({ locale }: Reader, amount: number, currency: Currency): string {
  const plain = toDecimalString({ amount, currency });
  return locale === "fr" ? plain.replace(".", ",") : plain;
}
