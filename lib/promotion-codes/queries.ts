import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { coupons, promotionCodes } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { PromotionCode } from "./wire.ts";

/** One promotion code with its coupon, or a 404. */
export async function getPromotionCode(viewer: Viewer, id: string): Promise<PromotionCode> {
  authorize(viewer, "products:read");
  return findPromotionCode(await reader(viewer), id);
}

/** As `getPromotionCode`, for commands: inside their transaction, authorized by them. */
export async function findPromotionCode(handle: Handle, id: string): Promise<PromotionCode> {
  const row = await find(handle, promotionCodes, id);
  if (!row) throw notFound("promotion code", id);
  const coupon = await find(handle, coupons, row.couponId);
  if (!coupon) throw notFound("coupon", row.couponId);
  return { row, coupon };
}

interface PromotionCodeFilters {
  /** Whether it can be redeemed now. */
  active?: boolean;
  /** In any case. */
  code?: string;
  couponId?: string;
  customerId?: string;
}

/** Promotion codes with their coupons, newest first. */
export async function listPromotionCodes(
  viewer: Viewer,
  request: PageRequest,
  { active, code, ...filters }: PromotionCodeFilters = {},
): Promise<Page<PromotionCode>> {
  authorize(viewer, "products:read");
  const { rows, hasMore } = await pageRows(viewer, {
    table: promotionCodes,
    kind: "promotion code",
    request,
    filters,
    also: {
      key: `active ${active} code ${code !== undefined}`,
      condition: and(
        code === undefined ? undefined : sql`lower(${promotionCodes.code}) = ${sql.placeholder("code")}`,
        active === undefined ? undefined : active ? redeemable() : sql`not ${redeemable()}`,
      ),
      values: { code: code?.toLowerCase(), now: viewer.now() },
    },
  });
  const byId = await couponsOf(viewer, [...new Set(rows.map((row) => row.couponId))]);
  return {
    rows: rows.flatMap((row) => {
      const coupon = byId.get(row.couponId);
      return coupon ? [{ row, coupon }] : [];
    }),
    hasMore,
  };
}

/** As `isUsable` has it, of a code that is switched on. */
function redeemable(): SQL {
  const now = sql.placeholder("now");
  return sql`(${promotionCodes.active}
    and (${promotionCodes.expiresAt} is null or ${promotionCodes.expiresAt} > ${now})
    and (${promotionCodes.maxRedemptions} is null or ${promotionCodes.timesRedeemed} < ${promotionCodes.maxRedemptions})
    and exists (select 1 from ${coupons}
      where ${coupons.environmentId} = ${promotionCodes.environmentId} and ${coupons.id} = ${promotionCodes.couponId}
      and ${coupons.deletedAt} is null
      and (${coupons.redeemBy} is null or ${coupons.redeemBy} > ${now})
      and (${coupons.maxRedemptions} is null or ${coupons.timesRedeemed} < ${coupons.maxRedemptions})))`;
}

async function couponsOf(viewer: Viewer, ids: string[]) {
  if (ids.length === 0) return new Map<string, PromotionCode["coupon"]>();
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select()
    .from(coupons)
    .where(and(eq(coupons.environmentId, environmentId), inArray(coupons.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}
