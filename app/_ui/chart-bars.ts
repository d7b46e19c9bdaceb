import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";

import type { Bar } from "./bars-picture";
import { asPicture, colour, font, keepChart } from "./chart-picture";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const width = 640;
const rowHeight = 44;

/** Gives the person bars as a PNG, each with its name and what it comes to, in the colours of their theme. */
export function keepBars(seen: HTMLElement, name: string, bars: readonly Bar[]): void {
  const ticks = { color: colour(seen, "--ink"), font: font(), crossAlign: "far" as const, autoSkip: false };
  keepChart(seen, {
    name,
    width,
    height: bars.length * rowHeight + 2 * asPicture.layout.padding,
    config: {
      type: "bar",
      data: {
        labels: bars.map(({ label, shown }) => [label, shown]),
        datasets: [
          {
            data: bars.map(({ value }) => value),
            backgroundColor: colour(seen, "--c1"),
            barThickness: 12,
          },
        ],
      },
      options: {
        ...asPicture,
        indexAxis: "y",
        scales: {
          x: { min: 0, display: false },
          y: { grid: { display: false }, border: { display: false }, ticks },
        },
      },
    },
  });
}
