import {
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";

import { numberLocale, withMinus } from "#lib/i18n/format-number";
import type { Locale } from "#lib/i18n/locale";
import type { Axis, ChartFigures, Series } from "./chart";
import { asPicture, colour, font, keepChart } from "./chart-picture";

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Tooltip);

type Drawing = ChartFigures & { axis: Axis; locale: Locale; written?: Intl.NumberFormatOptions };

/** Draws up to two lines over those that came with the page, where they are, and tells the values under the pointer. */
export function drawLines(canvas: HTMLCanvasElement, drawing: Drawing): Chart {
  const config = lines(canvas, drawing);
  config.options = {
    ...config.options,
    scales: { x: { ...place(drawing), display: false }, y: { ...range(drawing), display: false } },
  };
  return new Chart(canvas, config);
}

/** Gives the person the chart as a PNG: as large as they see it, in the colours of their theme. */
export function keepPicture(seen: HTMLElement, name: string, drawing: Drawing): void {
  const config = lines(seen, drawing);
  const ticks = { color: colour(seen, "--soft"), font: font() };
  config.options = {
    ...config.options,
    ...asPicture,
    scales: {
      x: {
        ...place(drawing),
        grid: { display: false },
        border: { display: false },
        ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 48 },
      },
      y: {
        ...range(drawing),
        grid: { color: colour(seen, "--line") },
        border: { display: false },
        ticks: { ...ticks, ...range(drawing).ticks, callback: (_, index) => drawing.axis[index]?.label },
      },
    },
  };
  keepChart(seen, { name, width: seen.clientWidth, height: seen.clientHeight, config });
}

function lines(seen: HTMLElement, { labels, series, locale, written }: Drawing): ChartConfiguration<"line"> {
  const [line, paper, ink] = ["--line", "--raised", "--ink"].map((name) => colour(seen, name));
  const plain = new Intl.NumberFormat(numberLocale[locale], written);
  const told = ({ shown, values }: Series, index: number) => {
    const value = values[index];
    return shown?.[index] ?? (typeof value === "number" ? withMinus(plain.format(value)) : "–");
  };
  return {
    type: "line",
    data: { labels, datasets: series.map((one, index) => dataset(seen, one, index)) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      plugins: {
        tooltip: {
          backgroundColor: paper,
          borderColor: line,
          borderWidth: 1,
          titleColor: ink,
          bodyColor: ink,
          titleFont: font(),
          bodyFont: font(),
          displayColors: false,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const one = series[datasetIndex];
              return one ? told(one, dataIndex) : "";
            },
          },
        },
      },
    },
  };
}

function dataset(seen: HTMLElement, { label, values }: Series, index: number) {
  const compared = index > 0;
  const ink = colour(seen, compared ? "--c2" : "--c1");
  return {
    label,
    data: values,
    borderColor: ink,
    borderWidth: compared ? 1.5 : 2,
    borderDash: compared ? [4, 4] : [],
    clip: 8,
    // A value that stands alone has no line to be seen by.
    pointRadius: values.map((value, at) => (value !== null && isAlone(values, at) ? 1 : 0)),
    pointBackgroundColor: ink,
    pointHoverRadius: 3.5,
    pointHitRadius: 12,
  };
}

function isAlone(values: Series["values"], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

/** From the lowest mark to the highest, and so that each mark stands where it does on the page. */
function range({ axis }: Drawing) {
  const [first, second] = axis;
  const step = first && second ? second.value - first.value : undefined;
  return { min: first?.value, max: axis.at(-1)?.value, ticks: { stepSize: step } };
}

/** A point by itself stands in the middle, as it does on the page. */
function place({ labels }: Drawing) {
  return { offset: labels.length === 1 };
}
