import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

/** What the fields are called, for the errors above the form. */
export function shippingLabels(locale: Locale): Record<string, string> {
  const t = translator(locale, "shippingRates");
  return { displayName: t("name"), amount: t("amount"), minimum: t("minimum"), maximum: t("maximum") };
}
