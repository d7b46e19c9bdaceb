import { find } from "#db/rows";
import { externalAccounts } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import type { PayoutRow } from "./wire.ts";

/** The bank account or card a payout goes to, also one that was taken away since. For who may see the payout. */
export async function getDestination(
  handle: Handle,
  { id, destinationId }: PayoutRow,
): Promise<ExternalAccountRow> {
  const row = await find(handle, externalAccounts, destinationId);
  if (!row) throw new Error(`Payout ${id} goes nowhere`);
  return row;
}
