import { ledgerAccounts as account, type LedgerAccount } from "./accounts.ts";
import { type Amount, type Holdings, moves, type Posting } from "./posting.ts";

/**
 * Money on its way to the business's bank, with what sending it costs: out of what is available, and for what
 * that does not cover out of what is pending. A negative amount is on its way from the bank.
 */
export function payoutHeld(
  { amount, currency }: Amount,
  fee: number,
  { available }: Pick<Holdings, "available">,
): Posting[] {
  if (amount < 0) return moves({ from: account.inTransit, to: account.available, amount: -amount, currency });
  const ready = Math.max(available, 0);
  const sent = Math.min(amount, ready);
  const paid = Math.min(fee, ready - sent);
  return moves(
    { from: account.available, to: account.inTransit, amount: sent, currency },
    { from: account.pending, to: account.inTransit, amount: amount - sent, currency },
    { from: account.available, to: account.fees, amount: paid, currency },
    { from: account.pending, to: account.fees, amount: fee - paid, currency },
  );
}

/** Money that a debit of the bank brings: the merchant's once it has arrived. */
export function debitHeld({ amount, currency }: Amount): Posting[] {
  return moves({ from: account.inTransit, to: account.pending, amount, currency });
}

/** A payout that arrived, or a debit that the bank paid. */
export function payoutArrived({ amount, currency }: Amount): Posting[] {
  return either(account.inTransit, account.bank, amount, currency);
}

/** A payout that came back: from the way there, or from the bank that had it. `pending`: a debit not yet the merchant's. */
export function payoutReturned(
  { amount, currency }: Amount,
  from: "in_transit" | "bank",
  to: "available" | "pending" = "available",
): Posting[] {
  const source = from === "bank" ? account.bank : account.inTransit;
  return either(source, account[to], amount, currency);
}

/** The fee of a payout that came back, given back. */
export function payoutFeeReturned(fee: Amount): Posting[] {
  return moves({ from: account.fees, to: account.available, ...fee });
}

/** What an automatic payout leaves behind, and its return to what the next one finds. */
export const minimumKept = (kept: Amount) => moves({ from: account.available, to: account.held, ...kept });
export const minimumReleased = (kept: Amount) =>
  moves({ from: account.held, to: account.available, ...kept });

/** Money that came from the business's bank for a top-up; negative: that went back there. */
export function toppedUp({ amount, currency }: Amount): Posting[] {
  return either(account.bank, account.available, amount, currency);
}

/** One posting, the other way round for a negative amount. */
function either(from: LedgerAccount, to: LedgerAccount, amount: number, currency: string): Posting[] {
  return amount < 0
    ? moves({ from: to, to: from, amount: -amount, currency })
    : moves({ from, to, amount, currency });
}
