import { find } from "#db/rows";
import { taxRates } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { TaxRateRow } from "./wire.ts";

/** One tax rate, or a 404. */
export async function getTaxRate(viewer: Viewer, id: string): Promise<TaxRateRow> {
  authorize(viewer, "products:read");
  return findTaxRate(await reader(viewer), id);
}

/** As `getTaxRate`, for commands: inside their transaction, authorized by them. */
export async function findTaxRate(handle: Handle, id: string): Promise<TaxRateRow> {
  const row = await find(handle, taxRates, id);
  if (!row) throw notFound("tax rate", id);
  return row;
}

/** Tax rates, newest first. */
export async function listTaxRates(
  viewer: Viewer,
  request: PageRequest,
  filters: Partial<Pick<TaxRateRow, "active" | "inclusive">> = {},
): Promise<Page<TaxRateRow>> {
  authorize(viewer, "products:read");
  return pageRows(viewer, { table: taxRates, kind: "tax rate", request, filters });
}
