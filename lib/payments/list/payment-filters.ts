import type { PaymentStatus } from "#db/schema/payments";
import type { Currency } from "#lib/money";

export type { PaymentStatus };

/** Every status a payment can be listed by. */
export const listedStatuses = [
  "succeeded",
  "failed",
  "blocked",
  "uncaptured",
  "processing",
  "incomplete",
  "refunded",
  "partially_refunded",
  "refund_pending",
  "needs_response",
  "disputed",
  "dispute_won",
  "dispute_lost",
  "inquiry",
  "canceled",
  "expired",
] as const satisfies readonly PaymentStatus[];

export const methodTypes = ["card", "customer_balance", "sepa_debit", "us_bank_account"] as const;
export type MethodType = (typeof methodTypes)[number];

export const cardBrands = ["visa", "mastercard", "amex", "discover", "jcb", "diners", "unionpay"] as const;
export type CardBrand = (typeof cardBrands)[number];

/** What payments are asked for: all of it must hold. */
export interface PaymentFilters {
  statuses?: readonly PaymentStatus[];
  currency?: Currency;
  /** Minor units; they need the currency beside them. */
  amount?: number;
  amountFrom?: number;
  amountTo?: number;
  /** Milliseconds: from the first, before the second. */
  createdFrom?: number;
  createdUntil?: number;
  methodType?: MethodType;
  brand?: CardBrand;
  last4?: string;
  /** Any of these customers; none of them when it is empty. */
  customerIds?: readonly string[];
  /** Or, beside those customers, anybody reached at this address; in small letters. */
  payerEmail?: string;
}
