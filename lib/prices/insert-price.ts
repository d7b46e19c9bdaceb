import type { CurrencyOption, TaxBehavior } from "#db/schema/catalog";
import { find, insert } from "#db/rows";
import { prices } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { mergeMetadata } from "#lib/metadata";
import { checkPrice } from "./check-price.ts";
import { freeLookupKey } from "./lookup-key.ts";
import type { AmountInput, NewPriceInput } from "./price-input.ts";
import { recordPrice } from "./record-price.ts";
import type { PriceRow } from "./wire.ts";

/** Adds a price to a product, inside the transaction of a command that was authorized. */
export async function insertPrice(tx: Tx, productId: string, input: NewPriceInput): Promise<PriceRow> {
  checkPrice(input);
  if (input.id !== undefined && (await find(tx, prices, input.id))) {
    throw invalid("Plan already exists.", { code: "resource_already_exists", param: "id" });
  }
  if (input.lookupKey !== undefined) {
    const taken = input.transferLookupKey ? "transfer" : "refuse";
    await freeLookupKey(tx, input.lookupKey, { taken });
  }
  const taxBehavior = input.taxBehavior ?? "unspecified";
  const row = await insert(tx, prices, {
    ...recurringFacts(input),
    id: input.id ?? newId("price", tx.now),
    createdAt: tx.now,
    active: input.active ?? true,
    productId,
    currency: input.currency,
    billingScheme: input.billingScheme ?? "per_unit",
    unitAmount: input.unitAmount ?? null,
    customUnitAmount: input.customUnitAmount ?? null,
    tiers: input.tiers ?? null,
    tiersMode: input.tiersMode ?? null,
    transformQuantity: input.transformQuantity ?? null,
    currencyOptions: toOptions(input.currencyOptions ?? {}, taxBehavior),
    taxBehavior,
    lookupKey: input.lookupKey ?? null,
    nickname: input.nickname ?? null,
    metadata: mergeMetadata({}, input.metadata),
  });
  await recordPrice(tx, "created", row);
  return row;
}

/** Options as they are stored: whole. */
export function toOptions(
  given: Record<string, AmountInput>,
  taxBehavior: TaxBehavior,
): Record<string, CurrencyOption> {
  return Object.fromEntries(
    Object.entries(given).map(([currency, option]) => [
      currency,
      {
        customUnitAmount: option.customUnitAmount ?? null,
        taxBehavior: option.taxBehavior ?? taxBehavior,
        tiers: option.tiers ?? null,
        unitAmount: option.unitAmount ?? null,
      },
    ]),
  );
}

function recurringFacts({ recurring }: NewPriceInput) {
  if (!recurring) return { type: "one_time" as const };
  return {
    type: "recurring" as const,
    interval: recurring.interval,
    intervalCount: recurring.intervalCount ?? 1,
    trialPeriodDays: recurring.trialPeriodDays ?? null,
    usageType: recurring.usageType ?? ("licensed" as const),
  };
}
