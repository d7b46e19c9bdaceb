import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { coupons } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CouponRow } from "./wire.ts";

const looked = 500;

/** The coupons that are limited to some products, this one among them: of the newest five hundred of that kind. */
export async function couponsFor(viewer: Viewer, productId: string): Promise<CouponRow[]> {
  authorize(viewer, "products:read");
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select()
    .from(coupons)
    .where(
      and(eq(coupons.environmentId, environmentId), isNull(coupons.deletedAt), isNotNull(coupons.productIds)),
    )
    .orderBy(desc(coupons.createdAt), desc(coupons.id))
    .limit(looked);
  return rows.filter(({ productIds }) => productIds?.includes(productId));
}
