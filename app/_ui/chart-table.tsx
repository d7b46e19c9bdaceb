"use client";

import type { ChartFigures } from "./chart";

type ChartTableProps = ChartFigures & { id: string; caption: string; axis: string };

/** The figures of a chart, on this side of the wire: what is drawn and what is read come over it once. */
export function ChartTable({ id, caption, axis, labels, series }: ChartTableProps) {
  return (
    <table className="ui-table" id={id}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" data-card="title">
            {axis}
          </th>
          {series.map(({ label }) => (
            <th key={label} scope="col" data-align="end">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((point, index) => (
          <tr key={`${index} ${point}`}>
            <td data-card="title">{point}</td>
            {series.map(({ label, shown }) => (
              <td key={label} data-align="end">
                <span className="ui-table-label">{label}</span>
                {shown?.[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
