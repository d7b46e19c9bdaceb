import { sql } from "drizzle-orm";
import { find } from "#db/rows";
import { payouts } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import type { TimeRange } from "#lib/api/params";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { PayoutRow } from "./wire.ts";

/** One payout. Throws a 404 for what is not this environment's. */
export async function getPayout(viewer: Viewer, id: string): Promise<PayoutRow> {
  authorize(viewer, "payouts:read");
  return findPayout(await reader(viewer), id);
}

/** As `getPayout`, for commands: inside their transaction, authorized by them. The 404 names `param`. */
export async function findPayout(handle: Handle, id: string, param = "id"): Promise<PayoutRow> {
  const payout = await find(handle, payouts, id);
  if (!payout) throw notFound("payout", id, param);
  return payout;
}

export interface PayoutFilter {
  status?: PayoutRow["status"];
  destinationId?: string;
  arrival?: TimeRange;
}

/** A page of payouts, newest first. */
export async function listPayouts(
  viewer: Viewer,
  request: PageRequest,
  { arrival, ...filters }: PayoutFilter = {},
): Promise<Page<PayoutRow>> {
  authorize(viewer, "payouts:read");
  return pageRows(viewer, {
    table: payouts,
    kind: "payout",
    request,
    filters,
    also: arrival && arriving(arrival),
  });
}

function arriving({ from = 0, until = Number.MAX_SAFE_INTEGER }: TimeRange) {
  const bounds = { arrivesFrom: from, arrivesUntil: until };
  const [after, before] = [sql.placeholder("arrivesFrom"), sql.placeholder("arrivesUntil")];
  const condition = sql`${payouts.arrivalDate} >= ${after} and ${payouts.arrivalDate} < ${before}`;
  return { key: "arrival date", condition, values: bounds };
}
