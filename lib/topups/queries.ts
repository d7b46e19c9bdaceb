import { sql } from "drizzle-orm";
import { find } from "#db/rows";
import { topups } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { TopupRow } from "./wire.ts";

/** One top-up. Throws a 404 for what is not this environment's. */
export async function getTopup(viewer: Viewer, id: string): Promise<TopupRow> {
  authorize(viewer, "payouts:read");
  return findTopup(await reader(viewer), id);
}

/** As `getTopup`, for commands: inside their transaction, authorized by them. */
export async function findTopup(handle: Handle, id: string): Promise<TopupRow> {
  const topup = await find(handle, topups, id);
  if (!topup) throw notFound("topup", id);
  return topup;
}

export interface TopupFilter {
  status?: TopupRow["status"];
  /** Minor units, from (inclusive) until (exclusive). */
  amount?: { from?: number; until?: number };
}

/** A page of top-ups, newest first. */
export async function listTopups(
  viewer: Viewer,
  request: PageRequest,
  { amount, ...filters }: TopupFilter = {},
): Promise<Page<TopupRow>> {
  authorize(viewer, "payouts:read");
  const also = amount && within(amount);
  return pageRows(viewer, { table: topups, kind: "topup", request, filters, also });
}

function within({ from = 0, until = Number.MAX_SAFE_INTEGER }: { from?: number; until?: number }) {
  const [least, most] = [sql.placeholder("amountFrom"), sql.placeholder("amountUntil")];
  return {
    key: "amount",
    condition: sql`${topups.amount} >= ${least} and ${topups.amount} < ${most}`,
    values: { amountFrom: from, amountUntil: until },
  };
}
