import { charges, paymentIntents } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { byId, customersOf, paidBy } from "./paid-by.ts";
import { rowsOf } from "./rows-of.ts";

/** What comes of a payment: a refund, a dispute. */
interface Claim {
  chargeId: string;
  paymentIntentId: string;
}

export type ClaimPaidBy = ReturnType<typeof paidBy>;

/** Claims with who paid what is claimed back, and with what. */
export async function withPaidBy<Row extends Claim>(
  handle: Handle,
  claims: readonly Row[],
): Promise<{ row: Row; paid: ClaimPaidBy }[]> {
  const ids = (name: keyof Claim) => [...new Set(claims.map((claim) => claim[name]))];
  const paid = await rowsOf(handle, charges, charges.id, ids("chargeId"));
  const payments = await rowsOf(handle, paymentIntents, paymentIntents.id, ids("paymentIntentId"));
  const known = { charges: byId(paid), payments: byId(payments) };
  const theirs = await customersOf(handle, payments);
  return claims.map((row) => {
    const charge = known.charges.get(row.chargeId);
    const payment = known.payments.get(row.paymentIntentId);
    const customer = theirs.get(payment?.customerId ?? "");
    return { row, paid: paidBy({ payment, charges: charge ? [charge] : [], customer }) };
  });
}
