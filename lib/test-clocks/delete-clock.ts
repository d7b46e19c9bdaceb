import { and, eq } from "drizzle-orm";
import { remove } from "#db/rows";
import { jobs, testClocks } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { sendBackCash } from "#lib/cash/send-back-cash";
import { forgetCustomer } from "#lib/customers/delete-customer";
import { record } from "#lib/events/record";
import { viewerOn } from "./on-clock.ts";
import { customersOn, findTestClock } from "./queries.ts";
import { assertSettled } from "./status.ts";
import { type TestClockRow, toTestClock } from "./wire.ts";

/**
 * Deletes a clock with the customers that hang on it and what they have to come; what they sent ahead is sent back.
 * Needs clock:write.
 */
export async function deleteTestClock(viewer: Viewer, id: string): Promise<TestClockRow> {
  authorize(viewer, "clock:write");
  return transaction(viewer, async (tx) => {
    const row = await findTestClock(tx, id);
    assertSettled(row);
    for (const customer of await customersOn(tx, id)) {
      await sendBackCash(tx, customer.id);
      await transaction(viewerOn(viewer, row), (there) => forgetCustomer(there, customer));
    }
    await tx.db.delete(jobs).where(and(eq(jobs.environmentId, tx.environmentId), eq(jobs.clockId, id)));
    await remove(tx, testClocks, id);
    await record(tx, "test_helpers.test_clock.deleted", toTestClock(row, viewer.environment));
    return row;
  });
}
