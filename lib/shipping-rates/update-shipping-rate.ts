import type { TaxBehavior } from "#db/schema/catalog";
import { change } from "#db/rows";
import { shippingRates } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { changedOptions, type ShippingOptions } from "./check-options.ts";
import { findShippingRate } from "./queries.ts";
import type { ShippingRateRow } from "./wire.ts";

export interface ShippingRatePatch {
  active?: boolean;
  currencyOptions: ShippingOptions;
  metadata?: MetadataPatch;
  taxBehavior?: TaxBehavior;
}

/** Archives a shipping rate, or changes what else may change: never what it costs in its own currency. */
export async function updateShippingRate(
  viewer: Viewer,
  id: string,
  patch: ShippingRatePatch,
): Promise<ShippingRateRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findShippingRate(tx, id);
    const { taxBehavior = row.taxBehavior } = patch;
    if (row.taxBehavior !== "unspecified" && taxBehavior !== row.taxBehavior) {
      throw invalid(`The tax_behavior of this rate was set to ${row.taxBehavior} and can no longer change.`, {
        param: "tax_behavior",
      });
    }
    return change(tx, shippingRates, row, {
      active: patch.active ?? row.active,
      currencyOptions: changedOptions({ ...row, taxBehavior }, patch.currencyOptions),
      metadata: mergeMetadata(row.metadata, patch.metadata),
      taxBehavior,
    });
  });
}
