import type { Handle } from "#db/transaction";
import { ledgerAccounts } from "./accounts.ts";
import { balanceOf } from "./balances.ts";
import type { Holdings } from "./posting.ts";

/** What the merchant holds of a currency now. */
export async function holdingsOf(handle: Handle, currency: string): Promise<Holdings> {
  return {
    available: await balanceOf(handle, ledgerAccounts.available, currency),
    pending: await balanceOf(handle, ledgerAccounts.pending, currency),
    fees: await balanceOf(handle, ledgerAccounts.fees, currency),
  };
}
