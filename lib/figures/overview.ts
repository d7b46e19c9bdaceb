import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type MetricName, metricNames, metricOf } from "./metrics.ts";
import {
  comparedWith,
  type Comparison,
  type Period,
  type Span,
  spansBefore,
  spansOf,
  type Step,
} from "./period.ts";
import { addTo, type FacetRow, noSums, type Pointed, readFacets, readPoints } from "./read-figures.ts";

/** One figure over a period. Values as its unit says; null where there is nothing to divide by, or yet to come. */
export interface Curve {
  name: MetricName;
  total: number | null;
  points: (number | null)[];
}

export interface Drawn {
  period: Period;
  spans: Span[];
  curves: Curve[];
  /** Whether amounts were converted: then they are estimates. */
  converted: boolean;
}

/** What is looked at, and what it is compared with. */
export interface Compared {
  now: Drawn;
  before: Drawn | null;
}

/** Whether any of the amounts were converted, also of those that are compared with. */
export function isEstimated({ now, before }: Compared): boolean {
  return now.converted || before?.converted === true;
}

/**
 * What the business did in a period, and in what it is compared with, point by point: every figure that the viewer may
 * see.
 */
export async function overviewOf(
  viewer: Viewer,
  asked: { period: Period; step: Step; comparison: Comparison },
): Promise<Compared> {
  const { period, step, comparison } = asked;
  const earlier = comparedWith(period, comparison);
  const now = { period, step, spans: spansOf(period, step) };
  return {
    now: await drawn(viewer, now),
    before: earlier && (await drawn(viewer, { period: earlier, ...pointsBefore(period, comparison, step) })),
  };
}

/** As many days before a month there begins none. */
function pointsBefore(period: Period, comparison: Comparison, step: Step): Omit<Pointed, "period"> {
  const spans = spansBefore(period, { comparison, step });
  return { spans, step: comparison === "previous" && step === "month" ? "day" : step };
}

async function drawn(viewer: Viewer, asked: Pointed): Promise<Drawn> {
  const { period, spans } = asked;
  const { points, converted } = await readPoints(viewer, asked);
  const now = viewer.now();
  const isAhead = (span: Span | undefined) => span !== undefined && span.start > now;
  const whole = noSums();
  for (const point of points) addTo(whole, point);
  const curves = metricNames
    .filter((name) => may(viewer, metricOf(name).needs))
    .map((name) => ({
      name,
      total: metricOf(name).value(whole),
      points: points.map((point, index) => {
        const value = metricOf(name).value(point);
        return value === 0 && isAhead(spans[index]) ? null : value;
      }),
    }));
  return { period, spans, curves, converted };
}

export const facetNames = ["country", "method", "brand", "reason"] as const;

export type FacetName = (typeof facetNames)[number];

/** A share of the volume or, of reasons, of the failed payments. */
export interface Slice {
  key: string;
  /** Minor units of the account's currency; of failures how many. */
  value: number;
  payments: number;
}

/** Volume by country, method and brand, and failed payments by reason; each the greatest first. Needs payments:read. */
export async function slicesOf(viewer: Viewer, period: Period): Promise<Record<FacetName, Slice[]>> {
  authorize(viewer, "payments:read");
  const rows = await readFacets(viewer, period);
  return {
    country: slicesBy("country", rows),
    method: slicesBy("method", rows),
    brand: slicesBy("brand", rows),
    reason: slicesBy("reason", rows),
  };
}

function slicesBy(name: FacetName, rows: FacetRow[]): Slice[] {
  const slices = new Map<string, Slice>();
  for (const { facets, failures, grossOwn, payments } of rows) {
    const value = name === "reason" ? failures : grossOwn;
    if (value === 0) continue;
    const key = facets[name];
    const slice = slices.get(key) ?? { key, value: 0, payments: 0 };
    slices.set(key, { key, value: slice.value + value, payments: slice.payments + payments });
  }
  return [...slices.values()].sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
}
