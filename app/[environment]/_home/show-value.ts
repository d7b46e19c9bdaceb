import type { Viewer } from "#lib/auth/viewer";
import type { Unit } from "#lib/figures/metrics";
import type { Span, Step } from "#lib/figures/period";
import {
  formatDate,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
} from "#lib/i18n/format";
import { currencyOf, exponent } from "#lib/money";

/** A figure as people read it; a dash where there is nothing to say. */
export function showValue({ locale, environment }: Viewer, unit: Unit, value: number | null): string {
  if (value === null) return "–";
  if (unit === "money") return formatMoney(value, currencyOf(environment.currency), locale);
  return unit === "share" ? formatPercent(value, locale, 2) : formatNumber(value, locale);
}

/** A figure as it is drawn: money in major units, shares in percent. */
export function drawnValue({ environment }: Viewer, unit: Unit, value: number | null): number | null {
  if (value === null || unit === "count") return value;
  return unit === "share" ? value * 100 : value / 10 ** exponent(currencyOf(environment.currency));
}

/** How a drawn figure is written. */
export function writtenAs({ environment }: Viewer, unit: Unit): Intl.NumberFormatOptions {
  if (unit === "count") return {};
  if (unit === "share") return { style: "unit", unit: "percent", maximumFractionDigits: 2 };
  return { style: "currency", currency: environment.currency };
}

/** What the points of a chart are called. */
export function showSpans(viewer: Viewer, spans: readonly Span[], step: Step): string[] {
  return spans.map((span) => showSpan(viewer, span, step));
}

/** What a point of a chart is called: on the account's clocks. */
function showSpan({ locale, environment, now }: Viewer, { start }: Span, step: Step): string {
  const view = { locale, timeZone: environment.timeZone, now: now() };
  if (step === "month") return formatMonth(start, view);
  const date = formatDate(start, view);
  return step === "hour" ? `${date}, ${formatTime(start, view)}` : date;
}

/** How much more or less than before, as a share; null where there is nothing to compare. */
export function changeOf(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
}
