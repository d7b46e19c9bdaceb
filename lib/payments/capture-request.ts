import type { Operation } from "#lib/operations/operation";
import type { PaymentInput } from "./payment-input.ts";

/** What a capture may say anew of its payment. */
export type CaptureChanges = Pick<
  PaymentInput,
  | "statementDescriptor"
  | "statementDescriptorSuffix"
  | "receiptEmail"
  | "transferGroup"
  | "amountDetails"
  | "paymentDetails"
>;

/** What a capture remembers until it is settled. `amount` in minor units. */
export interface CaptureRequest extends Record<string, unknown> {
  chargeId: string;
  amount: number;
  currency: string;
  /** The rest goes back. */
  final: boolean;
  changes: CaptureChanges;
}

/** The request that a capture's operation was started with. */
export function captureOf(operation: Operation): CaptureRequest {
  const { final = true, changes = {}, ...request } = operation.request as Partial<CaptureRequest>;
  return { ...(request as Pick<CaptureRequest, "chargeId" | "amount" | "currency">), final, changes };
}
