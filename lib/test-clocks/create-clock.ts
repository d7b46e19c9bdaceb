import { change, insert } from "#db/rows";
import { customers, testClocks } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { findCustomer } from "#lib/customers/queries";
import { toCustomer } from "#lib/customers/wire";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { type TestClockRow, toTestClock } from "./wire.ts";

/** How long a clock is kept, milliseconds of the environment's time. */
const lifetime = 30 * day;

export interface NewTestClock {
  /** Milliseconds. */
  frozenTime: number;
  name?: string;
  /** A customer that hangs on it from now on. */
  customerId?: string;
}

/** Makes a clock that stands at `frozenTime`. Test environments only. Needs clock:write. */
export async function createTestClock(viewer: Viewer, input: NewTestClock): Promise<TestClockRow> {
  authorize(viewer, "clock:write");
  if (viewer.environment.kind === "live") {
    throw invalid("Test clocks can only be used in test mode.");
  }
  return transaction(viewer, async (tx) => {
    const deletesAfter = tx.now + lifetime;
    const row = await insert(tx, testClocks, {
      id: newId("clock", tx.now),
      createdAt: tx.now,
      name: input.name ?? null,
      frozenTime: input.frozenTime,
      status: "ready",
      deletesAfter,
    });
    await record(tx, "test_helpers.test_clock.created", toTestClock(row, viewer.environment));
    if (input.customerId !== undefined) await hang(tx, input.customerId, row);
    await enqueue(tx, "test_clocks.expire", { clockId: row.id }, { runAt: deletesAfter });
    return row;
  });
}

async function hang(tx: Tx, customerId: string, clock: TestClockRow): Promise<void> {
  const { environment } = tx.viewer;
  const row = await findCustomer(tx, customerId, "customer");
  if (row.testClockId !== null) {
    throw invalid("This customer hangs on a test clock already, and cannot be taken off it.", {
      param: "customer",
    });
  }
  const changed = await change(tx, customers, row, { testClockId: clock.id });
  const before = toCustomer(row, environment);
  await record(tx, "customer.updated", toCustomer(changed, environment), { before });
}
