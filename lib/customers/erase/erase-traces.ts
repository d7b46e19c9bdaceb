import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { forgetRequests, forgetRequestsNaming } from "#lib/request-log/forget";
import { unseal } from "#lib/seal";
import { eraseOfCustomer } from "./erase-of-customer.ts";
import { eraseOfPayment } from "./erase-of-payment.ts";
import { idsOf } from "./ids-of.ts";

/** What a sealed address in the line of jobs belongs to. */
export const sealedFor = "the email of somebody who is being erased";

const payload = z.object({
  customerId: z.string(),
  /** What was the customer's and has no row of theirs any more. */
  objectIds: z.array(z.string()),
  email: z.string().nullable(),
  /** The last payment that was seen to; null: none yet. */
  after: z.string().nullable().default(null),
});

/** Few enough that whoever is served meanwhile does not wait. */
const atOnce = 10;

/** Erases what payments and logs still say of a customer who was erased, some payments at a time. */
export async function eraseTraces(viewer: Viewer, given: Record<string, unknown>): Promise<void> {
  const erasing = payload.parse(given);
  const { customerId, objectIds, after } = erasing;
  const seen = await transaction(viewer, async (tx) => {
    const theirs = await idsOf(tx, customerId);
    if (after === null) await eraseOfCustomer(tx, theirs, objectIds);
    const { environmentId, id } = paymentIntents;
    const rows = await tx.db
      .select()
      .from(paymentIntents)
      .where(
        and(
          eq(environmentId, tx.environmentId),
          inArray(paymentIntents.customerId, theirs),
          gt(id, after ?? ""),
        ),
      )
      .orderBy(asc(id))
      .limit(atOnce);
    const ids: string[] = [];
    for (const payment of rows) ids.push(...(await eraseOfPayment(tx, payment)));
    const last = rows.at(-1);
    if (last && rows.length === atOnce) {
      await enqueue(tx, "customers.erase", { ...erasing, after: last.id }, { runAt: tx.now });
    }
    return { ids, isLast: rows.length < atOnce };
  });
  forgetRequests(viewer.environmentId, after === null ? [...objectIds, ...seen.ids] : seen.ids);
  if (seen.isLast && erasing.email !== null) {
    await forgetRequestsNaming(viewer.environmentId, unseal(sealedFor, erasing.email));
  }
}
