"use client";

import { memo, type PointerEvent, useRef, useState } from "react";

import type { Locale } from "#lib/i18n/locale";
import type { Axis, ChartFigures } from "./chart";
import { ChartCursor } from "./chart-cursor";
import { acrossOf, gridOf, namedPoints, pathOf, plane } from "./chart-scale";

type ChartPlotProps = ChartFigures & {
  axis: Axis;
  locale: Locale;
  size?: "small";
  /** How a value is written that the series does not show. */
  written?: Intl.NumberFormatOptions;
  picture?: { name: string; label: string };
};

/** The lines, drawn with the page; scripts add the values under the pointer, and the picture. */
export function ChartPlot({ axis, labels, series, locale, size, written, picture }: ChartPlotProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const [point, setPoint] = useState<number | null>(null);
  const follow = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const nearest = Math.round(((clientX - left) / width) * (labels.length - 1));
    setPoint(Math.max(0, Math.min(labels.length - 1, nearest)));
  };
  const keep = async ({ name }: { name: string }) => {
    const { keepPicture } = await import("./chart-picture");
    if (drawing.current) keepPicture(drawing.current, name, { axis, labels });
  };
  return (
    <div className="ui-chart-drawn">
      <div ref={drawing} className="ui-chart-drawing" data-size={size} aria-hidden="true">
        <div className="ui-chart-ticks">
          {axis.map(({ value, label }) => (
            <span key={value}>{label}</span>
          ))}
        </div>
        <div
          className="ui-chart-plot"
          onPointerDown={follow}
          onPointerMove={follow}
          onPointerLeave={({ pointerType }) => pointerType === "mouse" && setPoint(null)}
        >
          <Lines axis={axis} series={series} />
          {point !== null && <ChartCursor {...{ point, axis, labels, series, locale, written }} />}
        </div>
        <Names labels={labels} />
      </div>
      {picture && (
        <button className="ui-link-button ui-needs-script" type="button" onClick={() => void keep(picture)}>
          {picture.label}
        </button>
      )}
    </div>
  );
}

const Lines = memo(function Lines({ axis, series }: Pick<ChartPlotProps, "axis" | "series">) {
  const ticks = axis.map(({ value }) => value);
  return (
    <svg viewBox={`0 0 ${plane.width} ${plane.height}`} preserveAspectRatio="none">
      <path className="ui-chart-grid" d={gridOf(ticks)} />
      {/* What it is compared with lies under what it is. */}
      {series.toReversed().map(({ label, values }) => (
        <path key={label} className="ui-chart-line" d={pathOf(values, ticks)} />
      ))}
    </svg>
  );
});

const longName = 10;

/** Some of the points by name: those in between where there is room. */
const Names = memo(function Names({ labels }: Pick<ChartPlotProps, "labels">) {
  const named = namedPoints(labels.length);
  const isLong = labels.some((label) => label.length > longName);
  return (
    <div className="ui-chart-names">
      {named.map((point, index) => (
        <span
          key={point}
          data-at={placeOf(index, named.length)}
          data-room={roomFor(index, named.length, isLong ? "long" : "short")}
          style={{ left: `${acrossOf(point, labels.length) * 100}%` }}
        >
          {labels[point]}
        </span>
      ))}
    </div>
  );
});

function placeOf(index: number, count: number): "start" | "end" | undefined {
  if (count === 1) return undefined;
  return index === 0 ? "start" : index === count - 1 ? "end" : undefined;
}

/** How wide the chart has to be for a name between the first and the last. */
function roomFor(index: number, count: number, length: "short" | "long") {
  if (index === 0 || index === count - 1) return undefined;
  const isMiddle = index * 2 === count - 1;
  if (length === "short") return isMiddle ? "narrow" : "usual";
  return isMiddle ? "usual" : "wide";
}
