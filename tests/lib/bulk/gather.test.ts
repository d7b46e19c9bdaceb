import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bulkRows } from "#db/schema/index";
import { reader } from "#db/transaction";
import { createRun } from "#lib/bulk/create-run";
import { createCustomer } from "#lib/customers/create-customer";
import { runDueJobs } from "#lib/jobs/run-due";
import { selectRows } from "#lib/lists/selections/select-rows";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

test("all that match are gathered by creation, whatever order they were listed in", async () => {
  const world = await aWorld();
  const { viewer } = await aMember(world, ["admin"]);
  const made = [];
  for (const amount of [2_000, 3_000, 1_000]) {
    const customer = await createCustomer(viewer, { name: `Spends ${amount}` });
    await aPayment(viewer, { amount, customerId: customer.id, paymentMethodId: "pm_card_bypassPending" });
    made.push(customer);
  }
  const all = { list: "customers", ids: [], seen: [], earlier: null, matching: "sort=largest" };
  const { id: selection } = await selectRows(viewer, all);
  const { id } = await createRun(viewer, { selection, act: { act: "delete_customer" } });
  await runDueJobs(world.environment, Date.now() + world.environment.clockOffset);
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select({ id: bulkRows.objectId })
    .from(bulkRows)
    .where(and(eq(bulkRows.environmentId, environmentId), eq(bulkRows.runId, id)))
    .orderBy(asc(bulkRows.place));
  const newestFirst = made.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  expect(rows.map((row) => row.id)).toEqual(newestFirst.map((customer) => customer.id));
});
