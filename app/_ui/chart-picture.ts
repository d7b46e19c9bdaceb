import { Chart, type ChartConfiguration } from "chart.js";

const sharpness = 2;

/** How a chart is drawn that is kept as a picture: at once, at its own size, with some room around it. */
export const asPicture = {
  animation: false,
  maintainAspectRatio: false,
  responsive: false,
  devicePixelRatio: sharpness,
  layout: { padding: 16 },
} as const;

type Picture<Kind extends "line" | "bar"> = {
  name: string;
  width: number;
  height: number;
  config: ChartConfiguration<Kind>;
};

/** Gives the person a chart as a PNG, on the paper of the theme that `seen` is in. */
export function keepChart<Kind extends "line" | "bar">(seen: HTMLElement, picture: Picture<Kind>): void {
  const { name, width, height, config } = picture;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const chart = new Chart(canvas, { ...config, plugins: [onPaper(colour(seen, "--paper"))] });
  const link = document.createElement("a");
  link.download = `${name}.png`;
  link.href = canvas.toDataURL("image/png");
  link.click();
  chart.destroy();
}

function onPaper(color: string) {
  return {
    id: "paper",
    beforeDraw({ ctx, width, height }: { ctx: CanvasRenderingContext2D; width: number; height: number }) {
      ctx.fillStyle = color;
      ctx.fillRect(0, 0, width, height);
    },
  };
}

export function font() {
  return { family: getComputedStyle(document.body).fontFamily, size: 12 };
}

/** A custom property as the theme in force resolves it. */
export function colour(element: HTMLElement, property: string): string {
  const before = element.style.color;
  element.style.color = `var(${property})`;
  const resolved = getComputedStyle(element).color;
  element.style.color = before;
  return resolved;
}
