import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { DeliveryBound, ShippingRateRow } from "#lib/shipping-rates/wire";

/** How long it takes: "2 to 4 business days"; null where nothing was said. */
export function estimateInWords({ deliveryEstimate }: ShippingRateRow, locale: Locale): string | null {
  const { minimum = null, maximum = null } = deliveryEstimate ?? {};
  const t = translator(locale, "shippingRates");
  if (minimum && maximum) {
    if (minimum.unit === maximum.unit && minimum.value === maximum.value)
      return boundInWords(maximum, locale);
    const from = minimum.unit === maximum.unit ? String(minimum.value) : boundInWords(minimum, locale);
    return t("between", { from, to: boundInWords(maximum, locale) });
  }
  if (maximum) return t("atMost", { time: boundInWords(maximum, locale) });
  return minimum && t("atLeast", { time: boundInWords(minimum, locale) });
}

function boundInWords({ unit, value }: DeliveryBound, locale: Locale): string {
  return translator(locale, "shippingRates")(`time.${unit}`, { count: value });
}
