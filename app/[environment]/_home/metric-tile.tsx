import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { type MetricName, metricOf } from "#lib/figures/metrics";
import type { Curve, Drawn } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { formatPercent } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { Chart, type Series } from "../../_ui/chart";
import { addressOf } from "../../_lists/list-place";
import { figureFilePlace, figurePlace } from "./figure-place";
import { periodInWords } from "./period-picker";
import { changeOf, drawnValue, showSpan, showValue } from "./show-value";

export type MetricProps = {
  viewer: Viewer;
  name: MetricName;
  query: OverviewQuery;
  overview: { now: Drawn; before: Drawn | null };
};

/** One figure: what it comes to, how it changed, its chart, and the ways to what it counts. */
export function MetricTile(props: MetricProps) {
  const { viewer, name, query } = props;
  const t = translator(viewer.locale, "home");
  return (
    <section className="ui-tile" aria-labelledby={`tile-${name}`}>
      <header>
        <h3 id={`tile-${name}`}>{t(`figures.${name}`)}</h3>
        <a href={addressOf(figurePlace(viewer, name), query)}>{t("look")}</a>
      </header>
      <MetricTotal {...props} />
      <MetricChart
        {...props}
        size="small"
        links={
          <a href={addressOf(figureFilePlace(viewer, name), query)} download>
            {t("csv")}
          </a>
        }
      />
    </section>
  );
}

/** What a figure comes to, and how it compares. */
export function MetricTotal({ viewer, name, query, overview }: MetricProps): ReactNode {
  const t = translator(viewer.locale, "home");
  const { unit } = metricOf(name);
  const now = curveOf(overview.now, name)?.total ?? null;
  const before = overview.before && (curveOf(overview.before, name)?.total ?? null);
  const change = changeOf(now, before);
  return (
    <p className="ui-tile-value">
      <span>{showValue(viewer, unit, now)}</span>{" "}
      {overview.before && (
        <small data-tone={toneOf(name, change)}>
          {change !== null && `${change > 0 ? "+" : ""}${formatPercent(change, viewer.locale)} · `}
          {t(`against.${query.comparison}`, { value: showValue(viewer, unit, before) })}
        </small>
      )}
    </p>
  );
}

type ChartOfMetricProps = MetricProps & { size?: "small"; links?: ReactNode };

/** The figure over time, over a table of the same. */
export function MetricChart({ viewer, name, query, overview, size, links }: ChartOfMetricProps) {
  const t = translator(viewer.locale, "home");
  const { now, before } = overview;
  return (
    <Chart
      id={`chart-${name}`}
      locale={viewer.locale}
      caption={`${t(`figures.${name}`)}: ${periodInWords(viewer, query)}`}
      axis={t("when")}
      labels={now.spans.map((span) => showSpan(viewer, span, query.step))}
      series={[
        seriesOf(viewer, t("inPeriod"), name, curveOf(now, name)?.points ?? []),
        ...(before ? [beforeOf(viewer, name, query, { now, before })] : []),
      ]}
      picture={`${name}-${query.period.from}`}
      size={size}
      links={links}
    />
  );
}

/** As many points as are drawn now: the time before may have an hour or a day more or less. */
function beforeOf(
  viewer: Viewer,
  name: MetricName,
  { comparison }: OverviewQuery,
  { now, before }: { now: Drawn; before: Drawn },
): Series {
  const points = curveOf(before, name)?.points ?? [];
  const t = translator(viewer.locale, "home");
  return seriesOf(
    viewer,
    t(`comparisons.${comparison}`),
    name,
    now.spans.map((_, index) => points[index] ?? null),
  );
}

function seriesOf(viewer: Viewer, label: string, name: MetricName, points: (number | null)[]): Series {
  const { unit } = metricOf(name);
  return {
    label,
    values: points.map((value) => drawnValue(viewer, unit, value)),
    shown: points.map((value) => showValue(viewer, unit, value)),
  };
}

function curveOf({ curves }: Drawn, name: MetricName): Curve | undefined {
  return curves.find((curve) => curve.name === name);
}

const unwelcome: MetricName[] = ["refunds", "failures", "disputes", "disputeRate", "fees"];

function toneOf(name: MetricName, change: number | null): "good" | "hurt" | undefined {
  if (change === null || change === 0) return undefined;
  return change > 0 === unwelcome.includes(name) ? "hurt" : "good";
}
