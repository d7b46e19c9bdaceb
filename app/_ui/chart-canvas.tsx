"use client";

import { useEffect, useRef } from "react";

import type { Series } from "./chart";

type ChartCanvasProps = { labels: string[]; series: Series[]; locale: string };

/** Draws the lines once scripts run; the library comes only then. */
export function ChartCanvas({ labels, series, locale }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let chart: { destroy: () => void } | undefined;
    let gone = false;
    const draw = async () => {
      const { drawLines } = await import("./chart-lines");
      if (gone || !canvas.current) return;
      chart?.destroy();
      chart = drawLines(canvas.current, { labels, series, locale });
    };
    const redraw = () => void draw();
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    redraw();
    return () => {
      gone = true;
      scheme.removeEventListener("change", redraw);
      chart?.destroy();
    };
  }, [labels, series, locale]);
  return (
    <div className="ui-chart-canvas ui-needs-script" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
