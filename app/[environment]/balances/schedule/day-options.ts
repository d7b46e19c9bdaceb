import type { BalanceSettings } from "#lib/balance-settings/settings";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const monthDays = Array.from({ length: 31 }, (_, index) => index + 1);

interface DayOptions {
  options: { value: string; label: string }[];
  defaultValue: string;
}

/** The days of the week that are paid out on: one, or those several that a program chose. */
export function weekdayOptions(locale: Locale, { weekdays: chosen }: Pick<BalanceSettings, "weekdays">) {
  const t = translator(locale, "balances");
  return dayOptions(locale, weekdays, chosen, (day) => t(`weekday.${day}`));
}

/** The same of the month. */
export function monthDayOptions(locale: Locale, { monthDays: chosen }: Pick<BalanceSettings, "monthDays">) {
  return dayOptions(locale, monthDays, chosen, String);
}

function dayOptions<Day extends string | number>(
  locale: Locale,
  days: readonly Day[],
  chosen: readonly Day[],
  words: (day: Day) => string,
): DayOptions {
  const list = new Intl.ListFormat(locale);
  const offered = chosen.length > 1 ? [chosen, ...days.map((day) => [day])] : days.map((day) => [day]);
  const options = offered.map((each) => ({ value: each.join(","), label: list.format(each.map(words)) }));
  return { options, defaultValue: chosen.length > 0 ? chosen.join(",") : String(days[0]) };
}
