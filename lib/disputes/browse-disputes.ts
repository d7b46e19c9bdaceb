import { and, asc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { DisputeStatus } from "#db/schema/disputes";
import { customers, disputes, paymentIntents } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Lane, type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { steps, type Walk } from "#lib/lists/walk";
import { type ListedDispute, listedColumns, toListed } from "./list/listed-dispute.ts";
import { allowedIn } from "./status.ts";

/** What disputes are asked for; no status is every status. Milliseconds: from the first, before the second. */
export interface DisputeFilters {
  statuses: readonly DisputeStatus[];
  createdFrom?: number;
  createdUntil?: number;
}

/** Disputes and inquiries, newest first, a page at a time. */
export async function browseDisputes(
  viewer: Viewer,
  { filters, page }: { filters: DisputeFilters; page: PageRequest },
): Promise<Page<ListedDispute>> {
  authorize(viewer, "disputes:read");
  const handle = await reader(viewer);
  const created = { from: filters.createdFrom, until: filters.createdUntil };
  const pins = filters.statuses.map((value) => [{ column: disputes.status, value }]);
  const lanes = pins.length === 0 ? [[]] : pins;
  return readPage(
    lanes.map((lane) => laneOf(viewer, handle, { table: disputes, pins: lane, created })),
    page,
  );
}

/** What waits for an answer, the nearest deadline first; at most `most`. */
export async function disputesToAnswer(viewer: Viewer, most: number): Promise<ListedDispute[]> {
  authorize(viewer, "disputes:read");
  const waiting = and(
    eq(disputes.environmentId, viewer.environmentId),
    inArray(disputes.status, [...allowedIn.respond]),
    isNotNull(disputes.dueBy),
  );
  const rows = await joined(await reader(viewer), waiting)
    .orderBy(asc(disputes.dueBy), asc(disputes.id))
    .limit(most);
  return rows.map((row) => toListed(viewer, row));
}

function laneOf(viewer: Viewer, handle: Handle, walk: Walk): Lane<ListedDispute> {
  return {
    async read(stretch, limit) {
      const { where, orderBy } = steps(walk, viewer.environmentId, stretch);
      const rows = await joined(handle, and(...where))
        .orderBy(...orderBy)
        .limit(limit);
      return rows.map((row) => toListed(viewer, row));
    },
  };
}

function joined({ db }: Handle, where: SQL | undefined) {
  return db
    .select(listedColumns)
    .from(disputes)
    .innerJoin(
      paymentIntents,
      and(
        eq(paymentIntents.environmentId, disputes.environmentId),
        eq(paymentIntents.id, disputes.paymentIntentId),
      ),
    )
    .leftJoin(
      customers,
      and(eq(customers.environmentId, disputes.environmentId), eq(customers.id, paymentIntents.customerId)),
    )
    .where(where);
}
