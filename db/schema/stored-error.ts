/** What went wrong, as the API tells it and as an operation remembers it. */
export interface ErrorFacts {
  status: number;
  type: ErrorType;
  /** What clients match on; absent where the API has none. */
  code?: string;
  param?: string;
  declineCode?: string;
  /** Of a 429, the kind of limit that was met. */
  limitedBy?: string;
  /** Of an object that is busy, the operation that is at work on it. */
  heldUpBy?: string;
  /** What the sentence of the code enumerates, by the names that it has there. */
  lists?: Record<string, string[]>;
  /** Of a 503, after how many seconds it is worth another try. */
  retryAfter?: number;
  /** Further members of the error object, such as the charge or payment intent of a decline. */
  extra?: Record<string, unknown>;
}

/** The API's error types; the dashboard shows the same error in words. */
export type ErrorType =
  "invalid_request_error" | "card_error" | "idempotency_error" | "api_error" | "rate_limit_error";

export interface StoredError {
  message: string;
  facts: ErrorFacts;
}
