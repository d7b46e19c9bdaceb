import { change } from "#db/rows";
import { coupons } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { checkCurrencies } from "./create-coupon.ts";
import { findCoupon } from "./queries.ts";
import { type CouponRow, toCoupon } from "./wire.ts";

/** What of a coupon can change: what it takes off in its own currency never does. */
export interface CouponPatch {
  currencyOptions?: Record<string, number>;
  metadata?: MetadataPatch;
  /** Null takes it away. */
  name?: string | null;
}

export async function updateCoupon(viewer: Viewer, id: string, patch: CouponPatch): Promise<CouponRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findCoupon(tx, id);
    checkCurrencies(patch.currencyOptions ?? {}, row.currency);
    const facts = {
      currencyOptions: { ...row.currencyOptions, ...patch.currencyOptions },
      metadata: mergeMetadata(row.metadata, patch.metadata),
      name: patch.name === undefined ? row.name : patch.name,
    };
    if (Object.keys(differences(row, { ...row, ...facts })).length === 0) return row;
    const changed = await change(tx, coupons, row, facts);
    await record(tx, "coupon.updated", toCoupon(changed, viewer.environment, tx.now), {
      before: toCoupon(row, viewer.environment, tx.now),
    });
    return changed;
  });
}
