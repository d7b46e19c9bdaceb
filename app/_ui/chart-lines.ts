import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";

import { numberLocale, withMinus } from "#lib/i18n/format-number";
import type { Locale } from "#lib/i18n/locale";
import type { ChartFigures, Series } from "./chart";

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Tooltip);

type Drawing = ChartFigures & { locale: Locale; written?: Intl.NumberFormatOptions };

/** Draws up to two lines in the colours of the page's theme. */
export function drawLines(canvas: HTMLCanvasElement, { labels, series, locale, written }: Drawing): Chart {
  const [soft, line, paper, ink] = ["--soft", "--line", "--raised", "--ink"].map((name) =>
    colour(canvas, name),
  );
  const compact = new Intl.NumberFormat(locale, { notation: "compact" });
  const plain = new Intl.NumberFormat(numberLocale[locale], written);
  const told = ({ shown, values }: Series, index: number) => {
    const value = values[index];
    return shown?.[index] ?? (typeof value === "number" ? withMinus(plain.format(value)) : "–");
  };
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  return new Chart(canvas, {
    type: "line",
    data: { labels, datasets: series.map((one, index) => dataset(canvas, one, index)) },
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
          titleFont: font,
          bodyFont: font,
          displayColors: false,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const one = series[datasetIndex];
              return one ? told(one, dataIndex) : "";
            },
          },
        },
      },
      scales: {
        x: {
          grid: { display: false },
          border: { display: false },
          ticks: { color: soft, font, maxRotation: 0, autoSkipPadding: 48 },
        },
        y: {
          beginAtZero: true,
          grid: { color: line },
          border: { display: false },
          ticks: { color: soft, font, maxTicksLimit: 5, callback: (value) => compact.format(Number(value)) },
        },
      },
    },
  });
}

function dataset(canvas: HTMLCanvasElement, { label, values }: Series, index: number) {
  const compared = index > 0;
  return {
    label,
    data: values,
    borderColor: colour(canvas, compared ? "--c2" : "--c1"),
    borderWidth: compared ? 1.5 : 2,
    borderDash: compared ? [4, 4] : [],
    pointRadius: 0,
    pointHitRadius: 12,
  };
}

/** A custom property as the theme in force resolves it. */
function colour(element: HTMLElement, property: string): string {
  element.style.color = `var(${property})`;
  return getComputedStyle(element).color;
}
