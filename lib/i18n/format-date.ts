import { dayAt, startOfDay } from "#lib/calendar";
import type { Locale } from "#lib/i18n/locale";
import { memoize } from "#lib/i18n/memoize";

/**
 * Whose language and clock a moment is told in. With `now` (milliseconds), the year goes unsaid while it is the
 * current one.
 */
export type TimeView = { locale: Locale; timeZone: string; now?: number };

/** "22 Nov 2026". `at` in milliseconds since 1970, as everywhere in this file. */
export function formatDate(at: number, view: TimeView): string {
  return (sameYear(at, view) ? formats.day : formats.dayAndYear)(view.locale, view.timeZone).format(at);
}

/** "22 Nov 2026, 21:48". */
export function formatDateTime(at: number, view: TimeView): string {
  return `${formatDate(at, view)}, ${formatTime(at, view)}`;
}

/** "21:48". */
export function formatTime(at: number, { locale, timeZone }: TimeView): string {
  return formats.time(locale, timeZone).format(at);
}

/** "21:48:07". */
export function formatTimeWithSeconds(at: number, { locale, timeZone }: TimeView): string {
  return formats.timeWithSeconds(locale, timeZone).format(at);
}

/** "March 2025". */
export function formatMonth(at: number, { locale, timeZone }: TimeView): string {
  return formats.month(locale, timeZone).format(at);
}

/** "Today 21:36", "Yesterday 08:10", otherwise as `formatDateTime`. */
export function formatWhen(at: number, view: TimeView & { now: number }): string {
  const daysAgo = dayNumber(view.now, view) - dayNumber(at, view);
  if (daysAgo !== 0 && daysAgo !== 1) return formatDateTime(at, view);
  const day = relativeDays(view.locale).format(-daysAgo, "day");
  return `${day.charAt(0).toLocaleUpperCase(view.locale)}${day.slice(1)} ${formatTime(at, view)}`;
}

/** The city a time zone is named after: "America/New_York" → "New York". */
export function timeZoneCity(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

const dateLocale = { en: "en-GB", fr: "fr-FR" } satisfies Record<Locale, string>;

const formats = {
  day: formatter({ day: "numeric", month: "short" }),
  dayAndYear: formatter({ day: "numeric", month: "short", year: "numeric" }),
  month: formatter({ month: "long", year: "numeric" }),
  time: formatter({ hour: "2-digit", minute: "2-digit" }),
  timeWithSeconds: formatter({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
};

function formatter(options: Intl.DateTimeFormatOptions) {
  return memoize((locale: Locale, timeZone: string) => {
    return new Intl.DateTimeFormat(dateLocale[locale], { ...options, timeZone });
  });
}

const relativeDays = memoize((locale: Locale) => {
  return new Intl.RelativeTimeFormat(dateLocale[locale], { numeric: "auto" });
});

const calendarDay = memoize((timeZone: string) => {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
});

/** Days since 1970 on the calendar of the view's time zone. */
function dayNumber(at: number, { timeZone }: TimeView): number {
  return Date.parse(calendarDay(timeZone).format(at)) / 86_400_000;
}

function sameYear(at: number, { timeZone, now }: TimeView): boolean {
  if (now === undefined) return false;
  const { start, end } = yearOf(now, timeZone);
  return start <= at && at < end;
}

/** The year on the clocks of a time zone: asked for every date of a page, and nearly always the same. */
function yearOf(now: number, timeZone: string): { start: number; end: number } {
  const known = years.get(timeZone);
  if (known && known.start <= now && now < known.end) return known;
  const year = Number(dayAt(now, timeZone).slice(0, 4));
  const fresh = {
    start: startOfDay(`${year}-01-01`, timeZone),
    end: startOfDay(`${year + 1}-01-01`, timeZone),
  };
  years.set(timeZone, fresh);
  return fresh;
}

const years = new Map<string, { start: number; end: number }>();
