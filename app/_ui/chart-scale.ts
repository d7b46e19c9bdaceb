/** The size that the lines are drawn in; stretched to whatever room there is. */
export const plane = { width: 4000, height: 1000 };

const mostSteps = 4;
const mostLabels = 5;

/** The marks of the axis, lowest first: even round steps from zero or below to all that is drawn. */
export function ticksFor(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null);
  const least = Math.min(0, ...known);
  const most = Math.max(0, ...known) || (least === 0 ? 1 : 0);
  const round = roundStep((most - least) / mostSteps);
  const step = known.every(Number.isInteger) ? Math.max(1, round) : round;
  const [first, last] = [Math.floor(least / step), Math.ceil(most / step)];
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The least of 1, 2, 5, 10, 20 … that is enough. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((step) => step * power >= least) ?? 10);
}

/** Where a point stands between the left side and the right, 0 to 1. */
export function acrossOf(index: number, count: number): number {
  return count <= 1 ? 0.5 : index / (count - 1);
}

/** Where a value stands between the top and the bottom, 0 to 1. */
export function downOf(value: number, ticks: readonly number[]): number {
  const [lowest, highest] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return (highest - value) / (highest - lowest);
}

/** A line through values as SVG says it, in the plane's size; broken where there is none, a dot where one stands alone. */
export function pathOf(values: readonly (number | null)[], ticks: readonly number[]): string {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const x = Math.round(acrossOf(index, values.length) * plane.width);
      const y = Math.round(downOf(value, ticks) * plane.height);
      if (isKnown(values[index - 1])) return `L${x} ${y}`;
      return isKnown(values[index + 1]) ? `M${x} ${y}` : `M${x} ${y}h0`;
    })
    .join("");
}

function isKnown(value: number | null | undefined): boolean {
  return value !== null && value !== undefined;
}

/** The marks as lines from side to side. */
export function gridOf(ticks: readonly number[]): string {
  return ticks.map((tick) => `M0 ${Math.round(downOf(tick, ticks) * plane.height)}H${plane.width}`).join("");
}

/** The points that are named under the chart, evenly apart. */
export function namedPoints(count: number): number[] {
  const named = Math.min(count, mostLabels);
  return Array.from({ length: named }, (_, index) => Math.round(acrossOf(index, named) * (count - 1)));
}
