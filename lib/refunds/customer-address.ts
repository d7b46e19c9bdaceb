import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { invalid } from "#lib/errors";
import type { ChargeRow } from "#lib/payments/wire";

/** Where the customer of a charge is reached by mail; null where nobody knows. */
export async function customerAddress(handle: Handle, charge: ChargeRow): Promise<string | null> {
  if (charge.receiptEmail !== null) return charge.receiptEmail;
  const customer = charge.customerId ? await find(handle, customers, charge.customerId) : undefined;
  return customer?.email ?? charge.billingDetails.email;
}

/** Throws unless the customer of a charge can be written to. */
export async function assertReachable(handle: Handle, charge: ChargeRow): Promise<void> {
  if ((await customerAddress(handle, charge)) !== null) return;
  throw invalid("No email of the customer is known, so they cannot be told.", {
    code: "customer_unreachable",
    param: "message",
  });
}
