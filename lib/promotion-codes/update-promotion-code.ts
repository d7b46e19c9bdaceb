import { change } from "#db/rows";
import { promotionCodes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { assertCodeIsFree } from "./code-is-free.ts";
import { checkMinimums } from "./create-promotion-code.ts";
import { findPromotionCode } from "./queries.ts";
import { isUsable } from "./status.ts";
import { type PromotionCode, toPromotionCode } from "./wire.ts";

export interface PromotionCodePatch {
  active?: boolean;
  currencyOptions?: Record<string, number>;
  metadata?: MetadataPatch;
}

/** Switches a code on or off, or changes what else may change. On only while it could be redeemed. */
export async function updatePromotionCode(
  viewer: Viewer,
  id: string,
  patch: PromotionCodePatch,
): Promise<PromotionCode> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const found = await findPromotionCode(tx, id);
    const { row, coupon } = found;
    if (patch.active === true) await assertUsable(tx, found);
    checkMinimums(patch.currencyOptions ?? {}, row.minimumAmountCurrency);
    const facts = {
      active: patch.active ?? row.active,
      currencyOptions: { ...row.currencyOptions, ...patch.currencyOptions },
      metadata: mergeMetadata(row.metadata, patch.metadata),
    };
    if (Object.keys(differences(row, { ...row, ...facts })).length === 0) return found;
    const changed = { row: await change(tx, promotionCodes, row, facts), coupon };
    await record(tx, "promotion_code.updated", toPromotionCode(changed, viewer.environment, tx.now), {
      before: toPromotionCode(found, viewer.environment, tx.now),
    });
    return changed;
  });
}

async function assertUsable(tx: Tx, { row, coupon }: PromotionCode): Promise<void> {
  if (!isUsable(row, coupon, tx.now)) {
    throw invalid("This promotion code is expired or used up, or its coupon is: it cannot be activated.", {
      param: "active",
    });
  }
  await assertCodeIsFree(tx, row, row.id);
}
