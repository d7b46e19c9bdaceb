import type { Axis, ChartFigures } from "./chart";
import { acrossOf, downOf, namedPoints, plane } from "./chart-scale";

type Picture = Pick<ChartFigures, "labels"> & { axis: Axis };

const sharpness = 2;
const margin = { top: 16, right: 16, bottom: 36 };

interface Room {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Gives the person the chart as a PNG: as wide as they see it, in the colours of their theme, on its paper. */
export function keepPicture(drawing: HTMLElement, name: string, picture: Picture): void {
  const canvas = document.createElement("canvas");
  const { clientWidth: width, clientHeight: height } = drawing;
  canvas.width = (width + margin.right) * sharpness;
  canvas.height = (height + margin.bottom) * sharpness;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(sharpness, sharpness);
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const { fontFamily, color } = getComputedStyle(drawing);
  context.font = `12px ${fontFamily}`;
  context.fillStyle = color;
  const left = Math.max(...picture.axis.map(({ label }) => context.measureText(label).width)) + 24;
  const room = { left, top: margin.top, width: width - left, height: height - margin.top };
  writeNames(context, room, picture);
  drawLines(context, room, drawing);
  const link = document.createElement("a");
  link.download = `${name}.png`;
  link.href = canvas.toDataURL("image/png");
  link.click();
}

function writeNames(context: CanvasRenderingContext2D, room: Room, { axis, labels }: Picture): void {
  const ticks = axis.map(({ value }) => value);
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { value, label } of axis) {
    context.fillText(label, room.left - 8, room.top + downOf(value, ticks) * room.height);
  }
  context.textBaseline = "top";
  const named = namedPoints(labels.length);
  const shown = room.width < 500 ? named.filter((_, index) => index % 2 === 0) : named;
  shown.forEach((point, index) => {
    context.textAlign = index === 0 ? "left" : index === shown.length - 1 ? "right" : "center";
    const x = room.left + acrossOf(point, labels.length) * room.width;
    context.fillText(labels[point] ?? "", x, room.top + room.height + 8);
  });
}

/** The lines as they stand on the page, each in its colour. */
function drawLines(context: CanvasRenderingContext2D, room: Room, drawing: HTMLElement): void {
  const stretch = [room.width / plane.width, 0, 0, room.height / plane.height, room.left, room.top];
  for (const line of drawing.querySelectorAll("path")) {
    const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(line);
    const path = new Path2D();
    path.addPath(new Path2D(line.getAttribute("d") ?? ""), new DOMMatrix(stretch));
    context.strokeStyle = stroke;
    context.lineWidth = Number.parseFloat(strokeWidth);
    context.lineCap = "round";
    context.setLineDash(strokeDasharray === "none" ? [] : strokeDasharray.split(",").map(Number.parseFloat));
    context.stroke(path);
  }
}
