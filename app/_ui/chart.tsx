import type { ReactNode } from "react";

import { formatCompact } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

import { ChartPlot } from "./chart-plot";
import { ticksFor } from "./chart-scale";
import { ChartTable } from "./chart-table";
import { Disclosure } from "./disclosure";

export type Series = {
  label: string;
  /** What is drawn, one per label, in major units. */
  values: (number | null)[];
  /** The same figures as people read them; left out where the table stands elsewhere. */
  shown?: string[];
};

export type ChartFigures = {
  labels: string[];
  /** At most two: now, and what it is compared with. */
  series: Series[];
};

/** The marks beside a chart, lowest first. */
export type Axis = { value: number; label: string }[];

type ChartProps = ChartFigures & {
  id: string;
  locale: Locale;
  /** What the chart tells, in a sentence. */
  caption: string;
  /** What the points stand for: "Day". */
  axis: string;
  /** What a picture of it is called, as a file. */
  picture?: string;
  size?: "small";
  /** Links under it, such as one to the figures as a file. */
  links?: ReactNode;
  /** Where the table stands, of figures too many to be told here; and how a value is written then. */
  elsewhere?: { href: string; written: Intl.NumberFormatOptions };
};

/** Figures over time as lines, drawn with the page, over a table of the same figures that everyone may unfold. */
export function Chart(props: ChartProps) {
  const { id, locale, caption, axis, labels, series, picture, size, links, elsewhere } = props;
  const t = translator(locale, "common");
  const ticks = ticksFor(series.flatMap(({ values }) => values));
  return (
    <figure className="ui-chart">
      <ul className="ui-chart-legend">
        {series.map(({ label }) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <ChartPlot
        axis={ticks.map((value) => ({ value, label: formatCompact(value, locale) }))}
        labels={labels}
        series={series}
        locale={locale}
        size={size}
        written={elsewhere?.written}
        picture={picture ? { name: picture, label: t("chartAsPicture") } : undefined}
      />
      <figcaption className={size === "small" && !elsewhere ? "sr-only" : "ui-chart-note"}>
        <span className={size === "small" ? "sr-only" : undefined}>{caption}</span>{" "}
        {elsewhere && <a href={elsewhere.href}>{t("chartAsTable")}</a>}
      </figcaption>
      {links && <p className="ui-chart-note">{links}</p>}
      {!elsewhere && (
        <Disclosure summary={t("chartAsTable")}>
          <ChartTable {...{ id: `${id}-table`, caption, axis, labels, series }} />
        </Disclosure>
      )}
    </figure>
  );
}
