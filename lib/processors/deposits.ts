/** How somebody proves to hold a bank account: by the text beside a deposit of one cent, or by the sums of two. */
export type DepositKind = "descriptor_code" | "amounts";

/** What somebody read on the statement of a bank account: the sums in minor units. */
export type DepositGuess = { kind: "descriptor_code"; code: string } | { kind: "amounts"; amounts: number[] };

export interface DepositsRequest {
  reference: string;
  guess: DepositGuess;
}

/** `exhausted`, `too_late`: it cannot be proven any more, whatever is said. */
export type DepositsReading = "right" | "wrong" | "exhausted" | "too_late";

/** Deposits are under way; `failAt`: when they will have come back. Milliseconds. */
export interface DepositsSent {
  result: "requires_action";
  action: "verify_with_deposits";
  kind: DepositKind;
  arriveAt: number;
  failAt: number | null;
}
