import { find } from "#db/rows";
import { shippingRates } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { ShippingRateRow } from "./wire.ts";

/** One shipping rate, or a 404. */
export async function getShippingRate(viewer: Viewer, id: string): Promise<ShippingRateRow> {
  authorize(viewer, "products:read");
  return findShippingRate(await reader(viewer), id);
}

/** As `getShippingRate`, for commands: inside their transaction, authorized by them. */
export async function findShippingRate(handle: Handle, id: string): Promise<ShippingRateRow> {
  const row = await find(handle, shippingRates, id);
  if (!row) throw notFound("shipping rate", id);
  return row;
}

/** Shipping rates, newest first. */
export async function listShippingRates(
  viewer: Viewer,
  request: PageRequest,
  filters: Partial<Pick<ShippingRateRow, "active" | "currency">> = {},
): Promise<Page<ShippingRateRow>> {
  authorize(viewer, "products:read");
  return pageRows(viewer, { table: shippingRates, kind: "shipping rate", request, filters });
}
