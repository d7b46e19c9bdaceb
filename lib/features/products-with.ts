import { and, desc, eq } from "drizzle-orm";
import { productFeatures, products } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { ProductRow } from "#lib/products/wire";

const most = 100;

/** The products that have a feature, those that got it last first; a hundred at most. */
export async function productsWith(viewer: Viewer, featureId: string): Promise<ProductRow[]> {
  authorize(viewer, "products:read");
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select({ product: products })
    .from(productFeatures)
    .innerJoin(
      products,
      and(
        eq(products.environmentId, productFeatures.environmentId),
        eq(products.id, productFeatures.productId),
      ),
    )
    .where(and(eq(productFeatures.environmentId, environmentId), eq(productFeatures.featureId, featureId)))
    .orderBy(desc(productFeatures.createdAt), desc(productFeatures.id))
    .limit(most);
  return rows.map(({ product }) => product);
}
