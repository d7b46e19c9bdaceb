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
