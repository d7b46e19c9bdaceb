import type { PayoutFailure } from "#lib/payout-failures";

export interface PayOutRequest {
  operationId: string;
  environmentId: number;
  reference: string;
  /** Minor units; negative to take from the bank account. */
  amount: number;
  currency: string;
  /** When it is expected at the bank, milliseconds. */
  arrivesAt: number;
}

export interface TopUpRequest {
  operationId: string;
  environmentId: number;
  /** What is debited; null for a transfer that the business makes itself. */
  reference: string | null;
  amount: number;
  currency: string;
  now: number;
}

/** When it ends (milliseconds, environment's clock), and whether and when the bank sends it back, even after that. */
export interface BankTransferAnswer {
  traceId: string;
  endsAt: number;
  failure: { code: PayoutFailure; at: number } | null;
}
