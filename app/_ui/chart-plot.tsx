"use client";

import { memo, type PointerEvent, useEffect, useRef, useState } from "react";

import type { Locale } from "#lib/i18n/locale";
import type { Axis, ChartFigures } from "./chart";
import { acrossOf, gridOf, namedPoints, pathOf, plane } from "./chart-scale";

type ChartPlotProps = ChartFigures & {
  axis: Axis;
  locale: Locale;
  size?: "small";
  /** How a value is written that the series does not show. */
  written?: Intl.NumberFormatOptions;
  picture?: { name: string; label: string };
};

/** The lines, drawn with the page; the library that tells the values under the pointer comes when somebody points. */
export function ChartPlot({ axis, labels, series, locale, size, written, picture }: ChartPlotProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const { canvas, isDrawn, begin } = usePointing({ axis, labels, series, locale, written });
  const keep = async ({ name }: { name: string }) => {
    const { keepPicture } = await import("./chart-lines");
    if (drawing.current) keepPicture(drawing.current, name, { axis, labels, series, locale, written });
  };
  return (
    <div className="ui-chart-drawn">
      <div ref={drawing} className="ui-chart-drawing" data-size={size} aria-hidden="true">
        <div className="ui-chart-ticks">
          {axis.map(({ value, label }) => (
            <span key={value}>{label}</span>
          ))}
        </div>
        <div className="ui-chart-plot" onPointerEnter={begin} data-drawn={isDrawn || undefined}>
          <Lines axis={axis} series={series} />
          <div className="ui-chart-canvas">
            <canvas ref={canvas} />
          </div>
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

type Pointed = Pick<ChartPlotProps, "axis" | "labels" | "series" | "locale" | "written">;

/** Has the chart drawn anew under the first pointer, until it or the theme changes: then the page's own lines stand again. */
function usePointing({ axis, labels, series, locale, written }: Pointed) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const place = canvas.current;
    if (!place || !pointer) return;
    let chart: { destroy: () => void } | undefined;
    let isGone = false;
    const draw = async () => {
      const { drawLines } = await import("./chart-lines");
      if (isGone) return;
      chart = drawLines(place, { axis, labels, series, locale, written });
      setDrawn(true);
      place.dispatchEvent(new MouseEvent("mousemove", { clientX: pointer.x, clientY: pointer.y }));
    };
    const forget = () => setPointer(null);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", forget);
    void draw();
    return () => {
      isGone = true;
      scheme.removeEventListener("change", forget);
      chart?.destroy();
      setDrawn(false);
    };
  }, [pointer, axis, labels, series, locale, written]);
  const begin = ({ clientX: x, clientY: y }: PointerEvent) => setPointer((known) => known ?? { x, y });
  return { canvas, isDrawn, begin };
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
