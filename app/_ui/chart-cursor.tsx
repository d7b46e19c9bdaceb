import { numberLocale, withMinus } from "#lib/i18n/format-number";
import type { Locale } from "#lib/i18n/locale";
import type { Axis, ChartFigures } from "./chart";
import { acrossOf, downOf } from "./chart-scale";

type ChartCursorProps = ChartFigures & {
  point: number;
  axis: Axis;
  locale: Locale;
  written?: Intl.NumberFormatOptions;
};

/** What stands at a point of the chart, beside a line through it. */
export function ChartCursor({ point, axis, labels, series, locale, written }: ChartCursorProps) {
  const ticks = axis.map(({ value }) => value);
  const across = acrossOf(point, labels.length);
  const left = `${across * 100}%`;
  const told = series.map(({ shown, values }) => {
    const value = values[point] ?? null;
    if (shown?.[point] !== undefined) return shown[point];
    return value === null
      ? "–"
      : withMinus(new Intl.NumberFormat(numberLocale[locale], written).format(value));
  });
  return (
    <>
      <span className="ui-chart-cursor" style={{ left }} />
      {series.map(({ label, values }) => {
        const value = values[point] ?? null;
        if (value === null) return null;
        return (
          <span
            key={label}
            className="ui-chart-dot"
            style={{ left, top: `${downOf(value, ticks) * 100}%` }}
          />
        );
      })}
      <p className="ui-chart-told" data-side={across > 0.5 ? "before" : "after"} style={{ left }}>
        <strong>{labels[point]}</strong>
        {told.map((value, index) => (
          <span key={series[index]?.label}>{value}</span>
        ))}
      </p>
    </>
  );
}
