import { isNull } from "drizzle-orm";
import { find } from "#db/rows";
import { coupons } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { CouponRow } from "./wire.ts";

/** One coupon that was not deleted, or a 404. */
export async function getCoupon(viewer: Viewer, id: string): Promise<CouponRow> {
  authorize(viewer, "products:read");
  return findCoupon(await reader(viewer), id);
}

/** One coupon, also a deleted one: what was given under its terms still names them. */
export async function getCouponOrDeleted(viewer: Viewer, id: string): Promise<CouponRow> {
  authorize(viewer, "products:read");
  const row = await find(await reader(viewer), coupons, id);
  if (!row) throw notFound("coupon", id);
  return row;
}

/** As `getCoupon`, for commands: inside their transaction, authorized by them. The 404 names `param`. */
export async function findCoupon(handle: Handle, id: string, param = "id"): Promise<CouponRow> {
  const row = await find(handle, coupons, id);
  if (!row || row.deletedAt !== null) throw notFound("coupon", id, param);
  return row;
}

/** Coupons, newest first. */
export async function listCoupons(viewer: Viewer, request: PageRequest): Promise<Page<CouponRow>> {
  authorize(viewer, "products:read");
  return pageRows(viewer, { table: coupons, kind: "coupon", request, always: isNull(coupons.deletedAt) });
}
