import { isNull } from "drizzle-orm";
import { find } from "#db/rows";
import { taxIds } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { notFound } from "#lib/errors";
import type { TaxIdRow } from "./wire.ts";

/** One tax number. With a customer, another customer's is a 404. */
export async function getTaxId(
  viewer: Viewer,
  named: { customerId?: string; id: string },
): Promise<TaxIdRow> {
  authorize(viewer, "customers:read");
  return findTaxId(await reader(viewer), named);
}

/** As `getTaxId`, for commands: inside their transaction, authorized by them. */
export async function findTaxId(
  handle: Handle,
  { customerId, id }: { customerId?: string; id: string },
): Promise<TaxIdRow> {
  if (customerId !== undefined) await findCustomer(handle, customerId);
  const row = await find(handle, taxIds, id);
  if (row && (customerId === undefined || row.customerId === customerId)) return row;
  throw notFound("tax_id", id, "id");
}

/** The tax numbers of a customer, or those of the business itself, newest first. */
export async function listTaxIds(
  viewer: Viewer,
  request: PageRequest,
  customerId: string | null,
): Promise<Page<TaxIdRow>> {
  authorize(viewer, "customers:read");
  const query = { table: taxIds, kind: "tax_id", request };
  if (customerId === null) return pageRows(viewer, { ...query, always: isNull(taxIds.customerId) });
  await findCustomer(await reader(viewer), customerId, "customer");
  return pageRows(viewer, { ...query, filters: { customerId } });
}
