import { insert } from "#db/rows";
import { taxRates } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { mergeMetadata } from "#lib/metadata";
import type { TaxRateInput } from "./tax-rate-input.ts";
import { type TaxRateRow, toTaxRate } from "./wire.ts";

export interface NewTaxRateInput extends TaxRateInput {
  displayName: string;
  /** Whether prices include it. */
  inclusive: boolean;
  /** Exact decimal text, 0 to 100. */
  percentage: string;
}

/** Adds a tax rate. How much it is never changes: what was taxed by it stays true. */
export async function createTaxRate(viewer: Viewer, input: NewTaxRateInput): Promise<TaxRateRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await insert(tx, taxRates, {
      id: newId("txr", tx.now),
      createdAt: tx.now,
      active: input.active ?? true,
      country: input.country ?? null,
      description: input.description ?? null,
      displayName: input.displayName,
      inclusive: input.inclusive,
      jurisdiction: input.jurisdiction ?? null,
      metadata: mergeMetadata({}, input.metadata),
      percentage: input.percentage,
      state: input.state ?? null,
      taxType: input.taxType ?? null,
    });
    await record(tx, "tax_rate.created", toTaxRate(row, viewer.environment));
    return row;
  });
}
