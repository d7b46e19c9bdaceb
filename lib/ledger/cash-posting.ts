import type { CashEntryType } from "#db/schema/cash";
import { ledgerAccounts as account } from "./accounts.ts";
import type { Amount, Posting } from "./posting.ts";

const ways = {
  funded: { from: account.network, to: account.cash },
  applied_to_payment: { from: account.cash, to: account.funding },
  unapplied_from_payment: { from: account.funding, to: account.cash },
  return_initiated: { from: account.cash, to: account.network },
  return_canceled: { from: account.network, to: account.cash },
} as const satisfies Partial<Record<CashEntryType, Pick<Posting, "from" | "to">>>;

/** Money that a customer sent ahead, set aside for a payment, took back from one, or gets back. */
export function cashPosting(type: keyof typeof ways, amount: Amount): Posting {
  return { ...ways[type], ...amount };
}
