import { and, isNull, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { CustomerRow } from "./wire.ts";

/** One customer that was not deleted. Throws a 404 that names `param`. */
export async function getCustomer(viewer: Viewer, id: string, param = "id"): Promise<CustomerRow> {
  authorize(viewer, "customers:read");
  return findCustomer(await reader(viewer), id, param);
}

/** One customer, or what is left of a deleted one. */
export async function getCustomerOrDeleted(viewer: Viewer, id: string): Promise<CustomerRow> {
  authorize(viewer, "customers:read");
  const row = await find(await reader(viewer), customers, id);
  if (!row) throw notFound("customer", id);
  return row;
}

/** Whom a customer was merged into; null for somebody who was not, or is not there. */
export async function mergedInto(viewer: Viewer, id: string): Promise<CustomerRow | null> {
  authorize(viewer, "customers:read");
  const handle = await reader(viewer);
  const row = await find(handle, customers, id);
  if (!row || row.mergedIntoId === null) return null;
  return (await find(handle, customers, row.mergedIntoId)) ?? null;
}

/** As `getCustomer`, for commands: inside their transaction, authorized by them. */
export async function findCustomer(handle: Handle, id: string, param = "id"): Promise<CustomerRow> {
  const row = await find(handle, customers, id);
  if (!row || row.deletedAt !== null) throw notFound("customer", id, param);
  return row;
}

/** Customers, newest first: those of a test clock, else those of none. `email`: exactly this one, as the API has it. */
export async function listCustomers(
  viewer: Viewer,
  request: PageRequest,
  filters: { email?: string; testClockId?: string } = {},
): Promise<Page<CustomerRow>> {
  authorize(viewer, "customers:read");
  return pageRows(viewer, {
    table: customers,
    kind: "customer",
    request,
    filters,
    always: and(
      isNull(customers.deletedAt),
      filters.testClockId === undefined ? isNull(customers.testClockId) : onAnyClock,
    ),
  });
}

/** Spelled out, so that the index of these few customers is seen to fit. */
const onAnyClock = sql`${customers.testClockId} is not null`;
