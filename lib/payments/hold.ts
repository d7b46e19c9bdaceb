import type { HoldStep } from "#db/schema/payment-details";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** Whether money is held first and taken later: as the method's own option says, or else the payment. */
export function isHeldFirst(
  { captureMethod, paymentMethodOptions }: Pick<PaymentIntentRow, "captureMethod" | "paymentMethodOptions">,
  methodType: string,
): boolean {
  return (paymentMethodOptions[methodType]?.capture_method ?? captureMethod) === "manual";
}

/** Whether a charge waited, or waits, for its capture. */
export function wasHeld({ paymentMethodDetails }: Pick<ChargeRow, "paymentMethodDetails">): boolean {
  return paymentMethodDetails.card?.capture_before !== undefined;
}

/** What was held at first, minor units: before it was raised, or more was captured. */
export function firstHeld({ holdSteps, paymentMethodDetails: { card }, amount }: ChargeRow): number {
  const raised = holdSteps?.find(({ kind }) => kind === "incremented");
  return raised?.from ?? card?.amount_authorized ?? amount;
}

/** Whether more was captured than the bank had agreed to hold. */
export function isOvercaptured({ paymentMethodDetails: { card }, amountCaptured }: ChargeRow): boolean {
  return amountCaptured > (card?.amount_authorized ?? amountCaptured);
}

/** What a charge's bank lets be done with the money it holds. Minor units. */
export function holdOf({ paymentMethodDetails: { card }, amount, amountCaptured, holdSteps }: ChargeRow) {
  const over =
    card?.overcapture?.status === "available" ? card.overcapture.maximum_amount_capturable : amount;
  return {
    incremental: card?.incremental_authorization?.status === "available",
    multicapture: card?.multicapture?.status === "available",
    left: amount - amountCaptured,
    /** Once something was captured, no more than what is left. */
    mostCapturable: amountCaptured === 0 ? over : amount - amountCaptured,
    increments: count(holdSteps, ["incremented", "increment_declined"]),
    captures: count(holdSteps, ["captured"]),
  };
}

/** The steps of a charge's hold with one more. */
export function withStep({ holdSteps }: ChargeRow, step: HoldStep): HoldStep[] {
  return [...(holdSteps ?? []), step];
}

function count(steps: HoldStep[] | null, kinds: HoldStep["kind"][]): number {
  return (steps ?? []).filter(({ kind }) => kinds.includes(kind)).length;
}
