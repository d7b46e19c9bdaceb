import { find } from "#db/rows";
import { prices } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { among, type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { PriceRow } from "./wire.ts";

/** One price, or a 404. */
export async function getPrice(viewer: Viewer, id: string): Promise<PriceRow> {
  authorize(viewer, "products:read");
  return findPrice(await reader(viewer), id);
}

/** As `getPrice`, for commands: inside their transaction, authorized by them. */
export async function findPrice(handle: Handle, id: string): Promise<PriceRow> {
  const row = await find(handle, prices, id);
  if (!row) throw notFound("price", id);
  return row;
}

type PriceFilters = Partial<
  Pick<PriceRow, "active" | "currency" | "interval" | "meterId" | "productId" | "type" | "usageType">
>;

/** Prices, newest first. `lookupKeys`: only these. */
export async function listPrices(
  viewer: Viewer,
  request: PageRequest,
  { lookupKeys, ...filters }: PriceFilters & { lookupKeys?: string[] } = {},
): Promise<Page<PriceRow>> {
  authorize(viewer, "products:read");
  if (lookupKeys?.length === 0) return { rows: [], hasMore: false };
  return pageRows(viewer, {
    table: prices,
    kind: "price",
    request,
    filters,
    ...(lookupKeys ? { also: among(prices.lookupKey, lookupKeys) } : {}),
  });
}
