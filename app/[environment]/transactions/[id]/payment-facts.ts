import type { Viewer } from "#lib/auth/viewer";
import type { MethodFacts } from "#lib/payments/method-facts";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";

/** What every part of a payment's page is about. */
export type PaymentFacts = {
  viewer: Viewer;
  payment: PaymentIntentRow;
  /** The latest attempt. */
  charge: ChargeRow | null;
  method: MethodFacts;
};
