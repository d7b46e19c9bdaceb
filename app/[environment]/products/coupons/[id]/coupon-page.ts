import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { getCoupon } from "#lib/coupons/queries";
import type { CouponRow } from "#lib/coupons/wire";
import { found } from "../../../../_server/found";
import { pageViewer } from "../../../../_server/page-viewer";

export type CouponPageProps = { params: Promise<{ environment: string; id: string }> };

/** Who looks at which coupon, or nothing found. */
export async function couponOf({ params }: CouponPageProps): Promise<{ viewer: Viewer; coupon: CouponRow }> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  return { viewer, coupon: await read(viewer, id) };
}

const read = cache((viewer: Viewer, id: string) => found(getCoupon(viewer, id)));
