import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import { authorizeToCount, type CountedKind } from "./counted.ts";
import type { Measure } from "./measures.ts";
import type { Part } from "./part.ts";
import { type Period, spanOf } from "./period.ts";
import { readTotals } from "./read-figures.ts";

const measureOf: Partial<Record<CountedKind, Exclude<Measure, "failures">>> = {
  payments: "gross",
  refunds: "refunded",
  disputes: "disputed",
  transactions: "net",
  fees: "fees",
};

type Total = { currency: string; amount: number };

/** What everything that is counted comes to in each currency, in minor units; nothing for what has no amount. */
export async function exactTotals(
  viewer: Viewer,
  kind: CountedKind,
  { period, part }: { period: Period; part?: Part },
): Promise<Total[]> {
  authorizeToCount(viewer, kind);
  return (await totalsOf(viewer, kind, { period, part }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

async function totalsOf(
  viewer: Viewer,
  kind: CountedKind,
  { period, part }: { period: Period; part: Part | undefined },
): Promise<Total[]> {
  if (part && "customerId" in part) return inWorker(viewer, "sumSpendingOf", { ...part, ...spanOf(period) });
  const measure = measureOf[kind];
  return measure ? readTotals(viewer, measure, { period, part }) : [];
}
