import { formatDateTime, timeZoneCity } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

interface Business {
  name: string;
  timeZone: string;
}

/** Until which moment a customer may name their bank account, on the clock of the business that asks; in words. */
export function answerUntil(until: number, { name, timeZone }: Business, locale: Locale): string {
  const moment = formatDateTime(until, { locale, timeZone });
  return translator(locale, "bankDetails")("until", { name, moment, city: timeZoneCity(timeZone) });
}
