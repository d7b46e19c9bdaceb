import { insert } from "#db/rows";
import { taxIds } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { countryOf, hasFormat, isTaxIdType, type TaxIdType } from "./formats.ts";
import { isVerifiable, testResults } from "./verification.ts";
import { type TaxIdRow, toTaxId } from "./wire.ts";

export interface TaxIdInput {
  type: string;
  value: string;
}

/** Adds a tax number to a customer, or to the business where there is none. `param` names the number in errors. */
export async function insertTaxId(
  tx: Tx,
  { type, value, customerId }: TaxIdInput & { customerId: string | null },
  param = "value",
): Promise<TaxIdRow> {
  if (!isTaxIdType(type))
    throw invalid(`Invalid tax ID type: ${type}.`, { param: param.replace("value", "type") });
  assertFormat(tx, type, value, param);
  const verifiable = customerId !== null && isVerifiable(type);
  const row = await insert(tx, taxIds, {
    id: newId("txi", tx.now),
    createdAt: tx.now,
    customerId,
    type,
    value,
    country: countryOf(type, value),
    verificationStatus: customerId === null ? null : verifiable ? "pending" : "unavailable",
  });
  if (customerId === null) return row;
  await record(tx, "customer.tax_id.created", toTaxId(row, tx.viewer.environment));
  if (verifiable) await enqueue(tx, "tax_ids.verify", { taxIdId: row.id }, { runAt: tx.now });
  return row;
}

function assertFormat(tx: Tx, type: TaxIdType, value: string, param: string): void {
  const forTests = tx.viewer.environment.kind === "test" && Object.hasOwn(testResults, value);
  if (forTests || hasFormat(type, value)) return;
  throw invalid(`Invalid value for ${type}.`, { code: "tax_id_invalid", param });
}
