import { and, count, eq, isNull, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { customers, testClocks } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import type { TestClockRow } from "./wire.ts";

/** As many customers as hang on one clock. */
const roomForCustomers = 3;

/** One test clock, or a 404. Needs clock:write. */
export async function getTestClock(viewer: Viewer, id: string): Promise<TestClockRow> {
  authorize(viewer, "clock:write");
  return findTestClock(await reader(viewer), id);
}

/** Test clocks, newest first. Needs clock:write. */
export async function listTestClocks(viewer: Viewer, request: PageRequest): Promise<Page<TestClockRow>> {
  authorize(viewer, "clock:write");
  return pageRows(viewer, { table: testClocks, kind: "test_clock", request });
}

/** As `getTestClock`, for commands: inside their transaction, authorized by them. The 404 names `param`. */
export async function findTestClock(handle: Handle, id: string, param = "id"): Promise<TestClockRow> {
  const row = await find(handle, testClocks, id);
  if (!row) throw notFound("test_clock", id, param);
  return row;
}

/** The customers that hang on a clock. */
export async function customersOn(handle: Handle, id: string) {
  return handle.db.select().from(customers).where(on(handle, id));
}

/** Throws when a clock is not there, or has as many customers as it can have. */
export async function assertRoomOn(tx: Tx, id: string): Promise<void> {
  await findTestClock(tx, id, "test_clock");
  const [row] = await tx.db.select({ taken: count() }).from(customers).where(on(tx, id));
  if ((row?.taken ?? 0) < roomForCustomers) return;
  throw invalid(`A test clock can have up to ${roomForCustomers} customers.`, { param: "test_clock" });
}

function on({ environmentId }: Handle, id: string) {
  return and(
    eq(customers.environmentId, environmentId),
    // Spelled out, so that the index of these few customers is seen to fit.
    sql`${customers.testClockId} is not null`,
    eq(customers.testClockId, id),
    isNull(customers.deletedAt),
  );
}
