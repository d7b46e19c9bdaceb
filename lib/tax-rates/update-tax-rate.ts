import { change } from "#db/rows";
import { taxRates } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { mergeMetadata } from "#lib/metadata";
import { findTaxRate } from "./queries.ts";
import type { TaxRateInput } from "./tax-rate-input.ts";
import { type TaxRateRow, toTaxRate } from "./wire.ts";

/** Changes what is said of a tax rate, or archives it. */
export async function updateTaxRate(viewer: Viewer, id: string, input: TaxRateInput): Promise<TaxRateRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findTaxRate(tx, id);
    const facts = {
      active: input.active ?? row.active,
      country: input.country === undefined ? row.country : input.country,
      description: input.description === undefined ? row.description : input.description,
      displayName: input.displayName ?? row.displayName,
      jurisdiction: input.jurisdiction === undefined ? row.jurisdiction : input.jurisdiction,
      metadata: mergeMetadata(row.metadata, input.metadata),
      state: input.state === undefined ? row.state : input.state,
      taxType: input.taxType === undefined ? row.taxType : input.taxType,
    };
    const changed = { ...row, ...facts };
    const before = toTaxRate(row, viewer.environment);
    const after = toTaxRate(changed, viewer.environment);
    if (Object.keys(differences(before, after)).length === 0) return row;
    await change(tx, taxRates, row, facts);
    await record(tx, "tax_rate.updated", after, { before });
    return changed;
  });
}
