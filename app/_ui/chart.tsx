import type { ReactNode } from "react";

import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

import { ChartCanvas } from "./chart-canvas";
import { Table } from "./table";

export type Series = {
  label: string;
  /** What is drawn, one per label, in major units. */
  values: (number | null)[];
  /** The same figures as people read them. */
  shown: string[];
};

type ChartProps = {
  id: string;
  locale: Locale;
  /** What the chart tells, in a sentence. */
  caption: string;
  /** What the points stand for: "Day". */
  axis: string;
  labels: string[];
  /** At most two: now, and what it is compared with. */
  series: Series[];
  /** What a picture of it is called, as a file. */
  picture?: string;
  size?: "small";
  /** Links under it, such as one to the figures as a file. */
  links?: ReactNode;
};

/** Figures over time as lines, drawn over a table of the same figures that is there for everyone. */
export function Chart({ id, locale, caption, axis, labels, series, picture, size, links }: ChartProps) {
  const t = translator(locale, "common");
  const rows = labels.map((label, index) => ({ label, index }));
  const table = `${id}-table`;
  return (
    <figure className="ui-chart">
      <ul className="ui-chart-legend">
        {series.map(({ label }) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <ChartCanvas
        labels={labels}
        series={series}
        locale={locale}
        size={size}
        picture={picture ? { name: picture, label: t("chartAsPicture") } : undefined}
      />
      <figcaption className="ui-chart-note">
        <span className={size === "small" ? "sr-only" : undefined}>{caption}</span>{" "}
        <a className="ui-needs-script" href={`#${table}`}>
          {t("chartAsTable")}
        </a>
      </figcaption>
      {links && <p className="ui-chart-note">{links}</p>}
      <div className="ui-chart-table" id={table}>
        <Table
          caption={caption}
          rows={rows}
          rowKey={(row) => row.label}
          columns={[
            { key: "axis", label: axis, card: "title", cell: (row) => row.label },
            ...series.map(({ label, shown }) => ({
              key: label,
              label,
              align: "end" as const,
              cell: (row: { index: number }) => shown[row.index],
            })),
          ]}
        />
      </div>
    </figure>
  );
}
