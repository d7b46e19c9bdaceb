import { and, eq, inArray } from "drizzle-orm";
import { find } from "#db/rows";
import { products } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { among, type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { ProductRow } from "./wire.ts";

/** One product, or a 404. */
export async function getProduct(viewer: Viewer, id: string): Promise<ProductRow> {
  authorize(viewer, "products:read");
  return findProduct(await reader(viewer), id);
}

/** As `getProduct`, for commands: inside their transaction, authorized by them. The 404 names `param`. */
export async function findProduct(handle: Handle, id: string, param = "id"): Promise<ProductRow> {
  const row = await find(handle, products, id);
  if (!row) throw notFound("product", id, param);
  return row;
}

/** Products, newest first. `ids`: only these. */
export async function listProducts(
  viewer: Viewer,
  request: PageRequest,
  {
    ids,
    ...filters
  }: { ids?: string[] } & Partial<Pick<ProductRow, "active" | "shippable" | "type" | "url">> = {},
): Promise<Page<ProductRow>> {
  authorize(viewer, "products:read");
  if (ids?.length === 0) return { rows: [], hasMore: false };
  return pageRows(viewer, {
    table: products,
    kind: "product",
    request,
    filters,
    ...(ids ? { also: among(products.id, ids) } : {}),
  });
}

/** What some products are called, by id; those that are gone are left out. */
export async function namesOfProducts(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  authorize(viewer, "products:read");
  if (ids.length === 0) return new Map();
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select({ id: products.id, name: products.name })
    .from(products)
    .where(and(eq(products.environmentId, environmentId), inArray(products.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
