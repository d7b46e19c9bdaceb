import type { DeliveryBound, TaxBehavior } from "#db/schema/catalog";
import { insert } from "#db/rows";
import { shippingRates } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { changedOptions, type ShippingOptions } from "./check-options.ts";
import type { ShippingRateRow } from "./wire.ts";

export interface NewShippingRateInput {
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  currencyOptions: ShippingOptions;
  deliveryEstimate?: { maximum?: DeliveryBound; minimum?: DeliveryBound };
  displayName: string;
  metadata?: MetadataPatch;
  taxBehavior?: TaxBehavior;
  taxCode?: string;
}

/** Adds a way to ship and what it costs. */
export async function createShippingRate(
  viewer: Viewer,
  input: NewShippingRateInput,
): Promise<ShippingRateRow> {
  authorize(viewer, "products:write");
  const { currency, taxBehavior = "unspecified", deliveryEstimate: estimate } = input;
  return transaction(viewer, (tx) =>
    insert(tx, shippingRates, {
      id: newId("shr", tx.now),
      createdAt: tx.now,
      active: true,
      amount: input.amount,
      currency,
      currencyOptions: changedOptions({ currency, currencyOptions: {}, taxBehavior }, input.currencyOptions),
      deliveryEstimate: estimate
        ? { maximum: estimate.maximum ?? null, minimum: estimate.minimum ?? null }
        : null,
      displayName: input.displayName,
      metadata: mergeMetadata({}, input.metadata),
      taxBehavior,
      taxCode: input.taxCode ?? null,
    }),
  );
}
