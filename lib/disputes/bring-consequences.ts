import type { Tx } from "#lib/auth/viewer";
import { raiseWarning } from "#lib/fraud-warnings/raise-warning";
import { findCharge } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { processor } from "#lib/processors/index";
import { unrefunded } from "#lib/refunds/refundable";
import { openDispute } from "./open-dispute.ts";

/** What the customer's bank makes of a charge once it is captured: disputes, inquiries, warnings of fraud. */
export async function bringConsequences(tx: Tx, captured: ChargeRow): Promise<void> {
  const { futureDispute } = captured;
  const amount = unrefunded(captured);
  if (futureDispute === null || amount === 0) return;
  const claims = processor().claims({ futureDispute, brand: brandOf(captured), amount, now: tx.now });
  for (const claim of claims) {
    const charge = await findCharge(tx, captured.id);
    if (claim.kind === "dispute") await openDispute(tx, charge, claim);
    else await raiseWarning(tx, charge, claim.fraudType);
  }
}

function brandOf({ paymentMethodDetails: { card } }: ChargeRow): string | null {
  return card ? (card.network ?? card.brand) : null;
}
