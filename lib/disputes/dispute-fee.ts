import type { FeeDetail } from "#db/schema/ledger";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { component, feeTableFor } from "#lib/ledger/fees";
import type { Amount } from "#lib/ledger/posting";
import type { DisputeRow } from "./wire.ts";

/** What a dispute costs beside what it takes, in the currency that is settled in. */
export function disputeFee(
  environment: ViewedEnvironment,
  { network }: Pick<DisputeRow, "network">,
  settled: Amount,
): FeeDetail {
  const entry = network === null ? "debit_dispute" : "dispute";
  return component({ ...settled, table: feeTableFor(environment) }, entry, "Dispute fee");
}

/** What a network asks for settling a compliance case itself, minor units of a settlement currency. */
export function networkFee(environment: ViewedEnvironment, currency: string): number {
  const table = feeTableFor(environment);
  return component({ amount: 0, currency, table }, "compliance_dispute", "").amount;
}
