import { and, eq } from "drizzle-orm";
import { insert, remove } from "#db/rows";
import { productFeatures } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { findProduct } from "#lib/products/queries";
import { findFeature, findProductFeature } from "./queries.ts";
import type { ProductFeature } from "./wire.ts";

/** Gives a product a feature, once. */
export async function attachFeature(
  viewer: Viewer,
  productId: string,
  featureId: string,
): Promise<ProductFeature> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    await findProduct(tx, productId, "product");
    const feature = await findFeature(tx, featureId, "entitlement_feature");
    const param = "entitlement_feature";
    if (!feature.active) throw invalid("An archived feature cannot be given to further products.", { param });
    const [before] = await tx.db
      .select({ id: productFeatures.id })
      .from(productFeatures)
      .where(
        and(
          eq(productFeatures.environmentId, tx.environmentId),
          eq(productFeatures.productId, productId),
          eq(productFeatures.featureId, featureId),
        ),
      );
    if (before)
      throw invalid("This product has this feature already.", { code: "resource_already_exists", param });
    const facts = { id: newId("prodft", tx.now), createdAt: tx.now, productId, featureId };
    return { row: await insert(tx, productFeatures, facts), feature };
  });
}

/** Takes a feature from a product. */
export async function detachFeature(viewer: Viewer, productId: string, id: string): Promise<void> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const { row } = await findProductFeature(tx, productId, id);
    await remove(tx, productFeatures, row.id);
  });
}
