import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { type MetricName, metricOf, type Unit } from "#lib/figures/metrics";
import type { Curve, Drawn } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { formatPercent } from "#lib/i18n/format";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { Chart, type Series } from "../../_ui/chart";
import { addressOf } from "../../_lists/list-place";
import { figureFilePlace, figurePlace } from "./figure-place";
import { periodInWords } from "./period-picker";
import { changeOf, drawnValue, showValue, writtenAs } from "./show-value";

export type MetricProps = {
  viewer: Viewer;
  name: MetricName;
  query: OverviewQuery;
  overview: { now: Drawn; before: Drawn | null };
  /** What the points of the chart are called. */
  labels: string[];
};

/** So many points stand in the table under a small chart; more of them on a page of their own. */
const mostPoints = 62;

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
export function MetricTotal({ viewer, name, query, overview }: Omit<MetricProps, "labels">): ReactNode {
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
export function MetricChart({ viewer, name, query, overview, labels, size, links }: ChartOfMetricProps) {
  const t = translator(viewer.locale, "home");
  const { unit } = metricOf(name);
  const isElsewhere = size === "small" && labels.length > mostPoints;
  const points = [
    { label: t("inPeriod"), points: curveOf(overview.now, name)?.points ?? [] },
    ...(overview.before ? [beforeOf(viewer, name, query, overview.before)] : []),
  ];
  return (
    <Chart
      id={`chart-${name}`}
      locale={viewer.locale}
      caption={labelled(t(`figures.${name}`), periodInWords(viewer, query), viewer.locale)}
      axis={t("when")}
      labels={labels}
      series={points.map((each) => seriesOf(viewer, unit, each, isElsewhere ? "drawn" : "read"))}
      picture={`${name}-${query.period.from}`}
      size={size}
      links={links}
      elsewhere={
        isElsewhere
          ? {
              href: `${addressOf(figurePlace(viewer, name), query)}#chart-${name}-table`,
              written: writtenAs(viewer, unit),
            }
          : undefined
      }
    />
  );
}

type Points = { label: string; points: (number | null)[] };

function beforeOf(viewer: Viewer, name: MetricName, { comparison }: OverviewQuery, before: Drawn): Points {
  const t = translator(viewer.locale, "home");
  return { label: t(`comparisons.${comparison}`), points: curveOf(before, name)?.points ?? [] };
}

function seriesOf(viewer: Viewer, unit: Unit, { label, points }: Points, use: "drawn" | "read"): Series {
  return {
    label,
    values: points.map((value) => drawnValue(viewer, unit, value)),
    ...(use === "read" ? { shown: points.map((value) => showValue(viewer, unit, value)) } : {}),
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
