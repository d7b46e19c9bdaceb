import type { LedgerAccount } from "./accounts.ts";
import { ledgerAccounts as account } from "./accounts.ts";

/** One positive amount (minor units) on its way from one ledger account to another. */
export interface Posting {
  from: LedgerAccount;
  to: LedgerAccount;
  amount: number;
  currency: string;
}

export interface Amount {
  amount: number;
  currency: string;
}

/**
 * Money that came in for a payment, less its fee. `settled` is what the merchant gets of `paid`, converted. `from`: who
 * held it.
 */
export function paymentPostings(
  paid: Amount,
  settled: Amount,
  fee: number,
  from: "network" | "funding" = "network",
): Posting[] {
  return moves(...converted(account[from], account.pending, paid, settled), {
    from: account.pending,
    to: account.fees,
    amount: fee,
    currency: settled.currency,
  });
}

/** What the merchant holds of a currency, and what was taken of it in fees; minor units. */
export interface Holdings {
  available: number;
  pending: number;
  fees: number;
}

/**
 * Whether a refund can be paid. Fees do not make the balance short, or nobody could refund the whole of a first
 * payment: for them it may go below zero.
 */
export function covers({ available, pending, fees }: Holdings, { amount }: Amount): boolean {
  return amount <= available + pending + fees;
}

/**
 * Money set aside for a refund: out of what is available, then out of what is pending. What is still short is the
 * fees that were taken of payments now refunded: the merchant owes them, out of what becomes available.
 */
export function refundHeld({ amount, currency }: Amount, { available, pending }: Holdings): Posting[] {
  const fromAvailable = Math.min(amount, Math.max(available, 0));
  const fromPending = Math.min(amount - fromAvailable, Math.max(pending, 0));
  const owed = amount - fromAvailable - fromPending;
  return moves(
    { from: account.available, to: account.refunding, amount: fromAvailable + owed, currency },
    { from: account.pending, to: account.refunding, amount: fromPending, currency },
  );
}

/** Money that left for the customer's card, bank or cash. `settled` is the merchant's side, `paid` the customer's. */
export function refundSent(settled: Amount, paid: Amount, to: "network" | "cash" = "network"): Posting[] {
  return moves(...converted(account.refunding, account[to], settled, paid));
}

/** A refund that did not leave: what was set aside is the merchant's again. */
export function refundReturned(settled: Amount): Posting[] {
  return moves({ from: account.refunding, to: account.available, ...settled });
}

/** A refund that had left and came back from the bank. */
export function refundBounced(paid: Amount, settled: Amount): Posting[] {
  return moves(...converted(account.network, account.available, paid, settled));
}

/** What had been authorised but was not captured, taken out of the payment again. */
export function partialCaptureReversed(settled: Amount, paid: Amount): Posting[] {
  return moves(...converted(account.pending, account.network, settled, paid));
}

/** What a bank takes back for a dispute, and what the dispute costs: the merchant may owe both. */
export function disputeWithdrawn(settled: Amount, disputed: Amount, fee: number): Posting[] {
  return moves(...converted(account.available, account.disputing, settled, disputed), {
    from: account.available,
    to: account.disputeFees,
    amount: fee,
    currency: settled.currency,
  });
}

/** A dispute that was won: the merchant has back what was taken. */
export function disputeReinstated(disputed: Amount, settled: Amount): Posting[] {
  return moves(...converted(account.disputing, account.available, disputed, settled));
}

/** A dispute that was lost: the customer keeps what was taken. */
export function disputeConceded(disputed: Amount): Posting[] {
  return moves({ from: account.disputing, to: account.network, ...disputed });
}

/** What a network asks for settling a dispute itself, and gives back to who wins it. */
export function networkFeeTaken(fee: Amount): Posting[] {
  return moves({ from: account.available, to: account.disputeFees, ...fee });
}

export function networkFeeReturned(fee: Amount): Posting[] {
  return moves({ from: account.disputeFees, to: account.available, ...fee });
}

/** Pending money that came due. */
export function released(settled: Amount): Posting[] {
  return moves({ from: account.pending, to: account.available, ...settled });
}

function converted(from: LedgerAccount, to: LedgerAccount, given: Amount, received: Amount): Posting[] {
  if (given.currency === received.currency) return [{ from, to, ...given }];
  return [
    { from, to: account.clearing, ...given },
    { from: account.clearing, to, ...received },
  ];
}

/** A posting of nothing is no posting. */
export function moves(...postings: Posting[]): Posting[] {
  return postings.filter((posting) => posting.amount > 0);
}
