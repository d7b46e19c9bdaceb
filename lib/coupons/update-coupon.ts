import { change } from "#db/rows";
import { coupons } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { checkCurrencies } from "./create-coupon.ts";
import { findCoupon } from "./queries.ts";
import { type CouponRow, toCoupon } from "./wire.ts";

/** What of a coupon can change: what it takes off never does, but for currencies it had no amount in. */
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
    assertSameAmounts(row, patch.currencyOptions ?? {});
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

/** The first of these currencies in which a coupon takes off something else already. */
export function currencyWithOtherOff(
  { currencyOptions }: Pick<CouponRow, "currencyOptions">,
  given: Record<string, number>,
): string | undefined {
  return Object.keys(given).find(
    (currency) => Object.hasOwn(currencyOptions, currency) && currencyOptions[currency] !== given[currency],
  );
}

function assertSameAmounts(row: CouponRow, given: Record<string, number>): void {
  const currency = currencyWithOtherOff(row, given);
  if (currency === undefined) return;
  throw invalid(`What this coupon takes off in ${currency} was set and can no longer change.`, {
    code: "field_fixed",
    param: `currency_options[${currency}]`,
  });
}
