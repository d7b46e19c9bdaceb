import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type CountedKind, neededToCount } from "./counted.ts";
import type { Measure } from "./measures.ts";
import type { Period } from "./period.ts";
import { readTotals } from "./read-figures.ts";

const measureOf: Partial<Record<CountedKind, Exclude<Measure, "failures">>> = {
  payments: "gross",
  refunds: "refunded",
  disputes: "disputed",
  transactions: "net",
  fees: "fees",
};

/** What everything that is counted comes to in each currency, in minor units; nothing for what has no amount. */
export async function exactTotals(
  viewer: Viewer,
  kind: CountedKind,
  period: Period,
): Promise<{ currency: string; amount: number }[]> {
  authorize(viewer, neededToCount(kind));
  const measure = measureOf[kind];
  if (!measure) return [];
  return [...(await readTotals(viewer, measure, period))]
    .filter(([, amount]) => amount !== 0)
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
