import { invalid } from "#lib/errors";
import { toDecimalString } from "#lib/money";
import type { Currency } from "#lib/money";
import type { ChargeRow } from "#lib/payments/wire";
import { isPastRefundWindow, refundWindow } from "./refund-window.ts";
import type { RefundRow } from "./wire.ts";

/** What may still be refunded of a charge, minor units: what is left of it and waits for nobody's approval. */
export function refundable(charge: ChargeRow): number {
  return unrefunded(charge) - (charge.amountReserved ?? 0);
}

/** What was captured of a charge and not refunded yet, minor units: what its bank may ask back. */
export function unrefunded(charge: ChargeRow): number {
  return charge.amountCaptured > 0 ? charge.amountCaptured - charge.amountRefunded : 0;
}

/** Whether a refund waits until the balance covers it: nothing of it was set aside or sent. */
export function waitsForBalance({ status, pendingReason }: RefundRow): boolean {
  return status === "pending" && pendingReason === "insufficient_funds";
}

/** Whether the bank left the merchant with the money of a charge: it only asks about it, or gave it back. */
export function leavesRefundable({ disputeState }: Pick<ChargeRow, "disputeState">): boolean {
  return disputeState === null || disputeState === "inquiry" || disputeState === "won";
}

/** Why a charge cannot be refunded now; null when it can. The screen explains with the same word. */
export function whyNotRefundable(
  charge: ChargeRow | null,
  now: number,
): "not_paid" | "not_captured" | "disputed" | "already_refunded" | "awaiting_approval" | "too_late" | null {
  if (charge?.status !== "succeeded") return "not_paid";
  if (charge.amountCaptured === 0) return "not_captured";
  if (!leavesRefundable(charge)) return "disputed";
  if (refundable(charge) > 0) return isPastRefundWindow(charge, now) ? "too_late" : null;
  return unrefunded(charge) > 0 ? "awaiting_approval" : "already_refunded";
}

/** Throws unless this amount (minor units) may be refunded. */
export function assertRefundable(charge: ChargeRow, amount: number, now: number): void {
  const left = refundable(charge);
  switch (whyNotRefundable(charge, now)) {
    case "not_paid":
      throw invalid(`Charge ${charge.id} cannot be refunded: it was not paid.`, {
        code: "charge_not_refundable",
        param: "charge",
      });
    case "not_captured":
      throw invalid(
        `Charge ${charge.id} is not captured. Cancel its payment instead of refunding it: nothing was taken yet.`,
        { code: "charge_not_refundable", param: "charge" },
      );
    case "disputed":
      throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
        code: "charge_disputed",
        param: "charge",
      });
    case "already_refunded":
      throw invalid(`Charge ${charge.id} has already been refunded.`, {
        code: "charge_already_refunded",
        param: "charge",
      });
    case "awaiting_approval":
      throw invalid(`All that is left of charge ${charge.id} waits for somebody to approve its refund.`, {
        code: "refund_awaits_approval",
        param: "charge",
      });
    case "too_late":
      throw invalid(
        `Charge ${charge.id} cannot be refunded any more: a payment of this type can be for ${refundWindow(charge)} days.`,
        { code: "charge_not_refundable", param: "charge" },
      );
    case null:
  }
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  if (amount > left) {
    throw invalid(
      `Refund amount (${shown(amount, charge)}) is greater than unrefunded amount on charge (${shown(left, charge)})`,
      { code: "amount_too_large", param: "amount" },
    );
  }
}

function shown(amount: number, charge: ChargeRow): string {
  return `${toDecimalString({ amount, currency: charge.currency as Currency })} ${charge.currency.toUpperCase()}`;
}
