import type { Handle } from "#db/transaction";
import { holderOf } from "#lib/cash/holder";
import { sentAhead } from "#lib/cash/sent-ahead";
import { invalid } from "#lib/errors";
import type { ChargeRow } from "#lib/payments/wire";

/** Whether a refund of a charge goes back to what its customer sent ahead, not to a bank. */
export function goesToCash({ processorReference }: Pick<ChargeRow, "processorReference">): boolean {
  return processorReference === sentAhead.reference;
}

/** Whose cash balance takes a refund of a charge; null: nobody is left. */
export async function takerOf(handle: Handle, { customerId }: ChargeRow): Promise<string | null> {
  return customerId === null ? null : holderOf(handle, customerId);
}

/** Throws where the customer is gone whose cash balance a refund would go to. */
export async function assertTaken(handle: Handle, charge: ChargeRow): Promise<void> {
  if (!goesToCash(charge) || (await takerOf(handle, charge)) !== null) return;
  throw invalid(
    `Charge ${charge.id} cannot be refunded: it was paid from the cash balance of a customer who was deleted.`,
    { code: "charge_not_refundable", param: "charge" },
  );
}
