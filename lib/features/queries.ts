import { and, eq, inArray } from "drizzle-orm";
import { find } from "#db/rows";
import { features, productFeatures } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { findProduct } from "#lib/products/queries";
import type { FeatureRow, ProductFeature } from "./wire.ts";

/** One feature, or a 404. */
export async function getFeature(viewer: Viewer, id: string): Promise<FeatureRow> {
  authorize(viewer, "products:read");
  return findFeature(await reader(viewer), id);
}

/** As `getFeature`, for commands: inside their transaction, authorized by them. The 404 names `param`. */
export async function findFeature(handle: Handle, id: string, param = "id"): Promise<FeatureRow> {
  const row = await find(handle, features, id);
  if (!row) throw notFound("feature", id, param);
  return row;
}

/** Features, newest first. */
export async function listFeatures(
  viewer: Viewer,
  request: PageRequest,
  filters: Partial<Pick<FeatureRow, "active" | "lookupKey">> = {},
): Promise<Page<FeatureRow>> {
  authorize(viewer, "products:read");
  return pageRows(viewer, { table: features, kind: "feature", request, filters });
}

/** One feature of a product, or a 404. */
export async function getProductFeature(
  viewer: Viewer,
  productId: string,
  id: string,
): Promise<ProductFeature> {
  authorize(viewer, "products:read");
  return findProductFeature(await reader(viewer), productId, id);
}

/** As `getProductFeature`, for commands: inside their transaction, authorized by them. */
export async function findProductFeature(
  handle: Handle,
  productId: string,
  id: string,
): Promise<ProductFeature> {
  await findProduct(handle, productId, "product");
  const row = await find(handle, productFeatures, id);
  if (row?.productId !== productId) throw notFound("product feature", id);
  return { row, feature: await findFeature(handle, row.featureId) };
}

/** The features of a product, newest first. */
export async function listProductFeatures(
  viewer: Viewer,
  productId: string,
  request: PageRequest,
): Promise<Page<ProductFeature>> {
  authorize(viewer, "products:read");
  const handle = await reader(viewer);
  await findProduct(handle, productId, "product");
  const { rows, hasMore } = await pageRows(viewer, {
    table: productFeatures,
    kind: "product feature",
    request,
    filters: { productId },
  });
  const byId = await featuresOf(
    handle,
    rows.map((row) => row.featureId),
  );
  return {
    rows: rows.flatMap((row) => {
      const feature = byId.get(row.featureId);
      return feature ? [{ row, feature }] : [];
    }),
    hasMore,
  };
}

async function featuresOf({ db, environmentId }: Handle, ids: string[]) {
  if (ids.length === 0) return new Map<string, FeatureRow>();
  const rows = await db
    .select()
    .from(features)
    .where(and(eq(features.environmentId, environmentId), inArray(features.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}
