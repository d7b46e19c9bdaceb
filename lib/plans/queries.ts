import { find } from "#db/rows";
import { prices } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { PriceRow } from "#lib/prices/wire";

/** The recurring price behind a plan, or a 404. */
export async function getPlan(viewer: Viewer, id: string): Promise<PriceRow> {
  authorize(viewer, "products:read");
  return findPlan(await reader(viewer), id);
}

/** As `getPlan`, for commands: inside their transaction, authorized by them. */
export async function findPlan(handle: Handle, id: string): Promise<PriceRow> {
  const row = await find(handle, prices, id);
  if (row?.type !== "recurring") throw notFound("plan", id);
  return row;
}

/** Recurring prices, newest first. */
export async function listPlans(
  viewer: Viewer,
  request: PageRequest,
  filters: Partial<Pick<PriceRow, "active" | "productId">> = {},
): Promise<Page<PriceRow>> {
  authorize(viewer, "products:read");
  return pageRows(viewer, {
    table: prices,
    kind: "plan",
    request,
    filters: { ...filters, type: "recurring" as const },
  });
}
