import { change, find } from "#db/rows";
import { prices, products } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { differences } from "#lib/events/differences";
import { mergeMetadata } from "#lib/metadata";
import { findProduct } from "#lib/products/queries";
import { checkOption } from "./check-price.ts";
import { toOptions } from "./insert-price.ts";
import { freeLookupKey } from "./lookup-key.ts";
import type { PricePatch } from "./price-input.ts";
import { findPrice } from "./queries.ts";
import { recordPrice } from "./record-price.ts";
import type { PriceRow } from "./wire.ts";

/** Changes what of a price may change; what it costs in its own currency may not. */
export async function updatePrice(viewer: Viewer, id: string, patch: PricePatch): Promise<PriceRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findPrice(tx, id);
    await checkPatch(tx, row, patch);
    const facts = changedFacts(row, patch);
    if (Object.keys(differences(row, { ...row, ...facts })).length === 0) return row;
    const changed = await change(tx, prices, row, facts);
    await recordPrice(tx, "updated", changed, row);
    return changed;
  });
}

function changedFacts(row: PriceRow, patch: PricePatch): Partial<PriceRow> {
  const taxBehavior = patch.taxBehavior ?? row.taxBehavior;
  return {
    active: patch.active ?? row.active,
    currencyOptions: optionsOf(row, patch, taxBehavior),
    lookupKey: patch.lookupKey === undefined ? row.lookupKey : patch.lookupKey,
    metadata: mergeMetadata(row.metadata, patch.metadata),
    nickname: patch.nickname === undefined ? row.nickname : patch.nickname,
    productId: patch.productId ?? row.productId,
    taxBehavior,
    trialPeriodDays: patch.trialPeriodDays ?? row.trialPeriodDays,
  };
}

function optionsOf(row: PriceRow, { currencyOptions }: PricePatch, taxBehavior: PriceRow["taxBehavior"]) {
  if (currencyOptions === null) return {};
  return { ...row.currencyOptions, ...toOptions(currencyOptions ?? {}, taxBehavior) };
}

async function checkPatch(tx: Tx, row: PriceRow, patch: PricePatch): Promise<void> {
  if (patch.productId !== undefined) await findProduct(tx, patch.productId, "product");
  if (patch.active === false || (patch.productId ?? row.productId) !== row.productId) {
    await assertNotDefault(tx, row, patch.active === false ? "archived" : "moved");
  }
  if (patch.lookupKey !== undefined && patch.lookupKey !== null) {
    const taken = patch.transferLookupKey ? "transfer" : "refuse";
    await freeLookupKey(tx, patch.lookupKey, { except: row.id, taken });
  }
  for (const [currency, option] of Object.entries(patch.currencyOptions ?? {})) {
    checkOption(row, currency, option);
  }
  const { taxBehavior = row.taxBehavior } = patch;
  if (row.taxBehavior === "unspecified" || taxBehavior === row.taxBehavior) return;
  throw invalid(`The tax_behavior of this price was set to ${row.taxBehavior} and can no longer change.`, {
    param: "tax_behavior",
  });
}

/** Throws while a product has this price as its default. */
export async function assertNotDefault(
  tx: Tx,
  row: PriceRow,
  fate: "archived" | "deleted" | "moved",
): Promise<void> {
  const product = await find(tx, products, row.productId);
  if (product?.defaultPriceId !== row.id) return;
  throw invalid(
    `This price cannot be ${fate} because it is the default price of its product. Give the product another default price first.`,
    fate === "archived" ? { param: "active" } : {},
  );
}
