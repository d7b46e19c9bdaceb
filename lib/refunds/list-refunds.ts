import { and, eq } from "drizzle-orm";
import { customers, paymentIntents, refunds } from "#db/schema/index";
import type { RefundStatus } from "#db/schema/payments";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Lane, type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { steps, type Walk } from "#lib/lists/walk";
import { type ListedRefund, listedColumns, toListed } from "./list/listed-refund.ts";

/** What refunds are asked for; no status is every status. Milliseconds: from the first, before the second. */
export interface RefundFilters {
  statuses: readonly RefundStatus[];
  createdFrom?: number;
  createdUntil?: number;
}

/** Refunds, newest first, a page at a time. */
export async function listRefunds(
  viewer: Viewer,
  { filters, page }: { filters: RefundFilters; page: PageRequest },
): Promise<Page<ListedRefund>> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const created = { from: filters.createdFrom, until: filters.createdUntil };
  const pins = filters.statuses.map((value) => [{ column: refunds.status, value }]);
  const lanes = pins.length === 0 ? [[]] : pins;
  return readPage(
    lanes.map((lane) => laneOf(viewer, handle, { table: refunds, pins: lane, created })),
    page,
  );
}

function laneOf(viewer: Viewer, { db }: Handle, walk: Walk): Lane<ListedRefund> {
  return {
    async read(stretch, limit) {
      const { where, orderBy } = steps(walk, viewer.environmentId, stretch);
      const rows = await db
        .select(listedColumns)
        .from(refunds)
        .innerJoin(
          paymentIntents,
          and(
            eq(paymentIntents.environmentId, refunds.environmentId),
            eq(paymentIntents.id, refunds.paymentIntentId),
          ),
        )
        .leftJoin(
          customers,
          and(
            eq(customers.environmentId, refunds.environmentId),
            eq(customers.id, paymentIntents.customerId),
          ),
        )
        .where(and(...where))
        .orderBy(...orderBy)
        .limit(limit);
      return rows.map((row) => toListed(viewer, row));
    },
  };
}
