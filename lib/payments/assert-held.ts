import { invalid } from "#lib/errors";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** Throws, in the words that clients of charges know, for one whose money was taken or went back. */
export function assertHeld(
  { id, captured, canceledAt }: ChargeRow,
  { cancellationReason }: PaymentIntentRow,
): void {
  if (captured) throw invalid(`Charge ${id} has already been captured.`, { code: "charge_already_captured" });
  if (canceledAt === null) return;
  if (cancellationReason !== "automatic")
    throw invalid(`Charge ${id} has already been refunded.`, { code: "charge_already_refunded" });
  throw invalid(`Charge ${id} cannot be captured: its authorization has expired.`, {
    code: "charge_expired_for_capture",
  });
}
