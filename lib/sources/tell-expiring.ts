import { isDeepStrictEqual } from "node:util";
import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { events, paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { lastMonthOf } from "#lib/payment-methods/plan-card";
import { toCustomerSource } from "./wire.ts";

const type = "customer.source.expiring";

/**
 * Tells, when the month begins at whose end a customer's card runs out, that it will. Of a card that was taken away, or runs out
 * in another month by now, nothing is told.
 */
export async function tellThatItExpires(
  viewer: Viewer,
  { sourceId, month }: { sourceId: string; month: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await find(tx, paymentMethods, sourceId);
    if (!row || row.customerId === null || lastMonthOf(row) !== month) return;
    const source = toCustomerSource(row, tx.viewer.environment);
    if (!(await isTold(tx, source))) await record(tx, type, source);
  });
}

/** Whether it was told just so: the job may be done twice. */
async function isTold(
  { db, environmentId }: Tx,
  source: ReturnType<typeof toCustomerSource>,
): Promise<boolean> {
  const [last] = await db
    .select({ data: events.data })
    .from(events)
    .where(
      and(eq(events.environmentId, environmentId), eq(events.type, type), eq(events.objectId, source.id)),
    )
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(1);
  return isDeepStrictEqual(last?.data, source);
}
