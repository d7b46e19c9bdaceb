"use client";

import { useEffect, useRef } from "react";

import type { ChartFigures } from "./chart";
import type { Locale } from "#lib/i18n/locale";

type ChartCanvasProps = ChartFigures & {
  locale: Locale;
  size?: "small";
  /** How a value is written that the series does not show. */
  written?: Intl.NumberFormatOptions;
  picture?: { name: string; label: string };
};

/** Draws the lines once scripts run and the chart is in sight; the library comes only then. */
export function ChartCanvas({ labels, series, locale, size, written, picture }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    let chart: { destroy: () => void } | undefined;
    let gone = false;
    const draw = async () => {
      const { drawLines } = await import("./chart-lines");
      if (gone) return;
      chart?.destroy();
      chart = drawLines(place, { labels, series, locale, written });
    };
    const redraw = () => void (chart && draw());
    const sight = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      sight.disconnect();
      void draw();
    });
    sight.observe(place);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    return () => {
      gone = true;
      sight.disconnect();
      scheme.removeEventListener("change", redraw);
      chart?.destroy();
    };
  }, [labels, series, locale, written]);
  return (
    <div className="ui-chart-drawn ui-needs-script">
      <div className="ui-chart-canvas" data-size={size} aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      {picture && (
        <button
          className="ui-link-button"
          type="button"
          onClick={() => canvas.current && keepPicture(canvas.current, picture.name)}
        >
          {picture.label}
        </button>
      )}
    </div>
  );
}

/** On the paper of the page: a canvas is see-through. */
function keepPicture(canvas: HTMLCanvasElement, name: string): void {
  const paper = document.createElement("canvas");
  paper.width = canvas.width;
  paper.height = canvas.height;
  const context = paper.getContext("2d");
  if (!context) return;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, paper.width, paper.height);
  context.drawImage(canvas, 0, 0);
  const link = document.createElement("a");
  link.download = `${name}.png`;
  link.href = paper.toDataURL("image/png");
  link.click();
}
