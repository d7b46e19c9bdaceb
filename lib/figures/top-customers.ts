import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { maskEmail, maskName } from "#lib/discretion/masks";
import { inWorker } from "#lib/work/in-worker";
import { type Period, spanOf } from "./period.ts";
import { sumSpending, type TopCustomer } from "./sum-spending.ts";

/** So many payments are added up between two requests without anybody noticing. */
const quick = 2000;

/** Whether the top customers of so many payments are known at once. */
export function knownAtOnce(payments: number): boolean {
  return payments <= quick;
}

/**
 * The customers who spent most of the payments of a period. `payments`: how many there were, so that many are
 * added up beside the main thread.
 */
export async function topCustomers(
  viewer: Viewer,
  { period, payments, most }: { period: Period; payments: number; most: number },
): Promise<TopCustomer[]> {
  authorize(viewer, "customers:read");
  authorize(viewer, "payments:read");
  const asked = { ...spanOf(period), own: viewer.environment.currency, most };
  const rows = knownAtOnce(payments)
    ? await sumSpending(viewer, asked)
    : await inWorker(viewer, "sumSpending", asked);
  // What a worker reads is not hidden yet.
  return viewer.conceal ? rows.map(masked) : rows;
}

function masked(row: TopCustomer): TopCustomer {
  return { ...row, name: row.name && maskName(row.name), email: row.email && maskEmail(row.email) };
}
