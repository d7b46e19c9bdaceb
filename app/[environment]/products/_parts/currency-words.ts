import { supportedCurrencies } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Option } from "../../../_ui/choice-field";

/** What `OtherCurrencies` says: it is drawn in the browser too, where there are no messages. */
export type CurrencyWords = ReturnType<typeof currencyWords>;

export function currencyWords(locale: Locale) {
  const t = translator(locale, "prices");
  return {
    currency: t("currency"),
    currencies: currencyOptions(locale),
    others: t("form.others"),
    othersHint: t("form.othersHint"),
    addCurrency: t("form.addCurrency"),
    chooseCurrency: t("form.chooseCurrency"),
    add: t("form.add"),
    removeCurrency: t("form.removeCurrency", { currency: "{currency}" }),
  };
}

function currencyOptions(locale: Locale): Option[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return supportedCurrencies
    .map((value) => {
      const code = value.toUpperCase();
      return { value, label: `${code} · ${names.of(code) ?? code}` };
    })
    .sort((one, other) => (one.value < other.value ? -1 : 1));
}
