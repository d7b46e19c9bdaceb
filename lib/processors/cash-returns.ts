export interface CashReturnRequest {
  operationId: string;
  environmentId: number;
  /** Where the customer is reached; null: nobody knows. */
  email: string | null;
  amount: number;
  currency: string;
  now: number;
}

/** How a transfer to a customer's bank ends, and when (milliseconds, environment's clock). */
export type TransferEnd =
  { at: number; result: "succeeded"; reference: string } | { at: number; result: "failed"; reason: string };

export interface ReturnTransferRequest {
  operationId: string;
  environmentId: number;
  /** The account that the customer named, as `payoutAccount` made it of its number. */
  reference: string;
  now: number;
}

export type CashReturnAnswer =
  | { result: "pending"; end: TransferEnd }
  /** The customer was asked which bank account is theirs. `answer`: when they name it, null: never. */
  | {
      result: "requires_action";
      expiresAt: number;
      answer: { at: number; end: TransferEnd } | null;
    };
