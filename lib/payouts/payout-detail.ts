import { find } from "#db/rows";
import { balanceTransactions } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { getDestination } from "./destination.ts";
import { findPayout } from "./queries.ts";
import type { PayoutRow } from "./wire.ts";

export interface PayoutDetail {
  payout: PayoutRow;
  /** Also one that was taken away since. */
  destination: ExternalAccountRow;
  /** What sending it cost, minor units. */
  fee: number;
}

/** A payout with where it goes and what it cost. Needs payouts:read. */
export async function getPayoutDetail(viewer: Viewer, id: string): Promise<PayoutDetail> {
  authorize(viewer, "payouts:read");
  const handle = await reader(viewer);
  const payout = await findPayout(handle, id);
  const { balanceTransactionId } = payout;
  const booked = balanceTransactionId && (await find(handle, balanceTransactions, balanceTransactionId));
  return { payout, destination: await getDestination(handle, payout), fee: booked ? booked.fee : 0 };
}
