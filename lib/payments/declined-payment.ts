import type { ErrorFacts } from "#lib/errors";

/** The payment that a decline leaves open, by its id; null for an error that is about none. */
export function declinedPayment({ status, extra }: Pick<ErrorFacts, "status" | "extra">): string | null {
  const payment = extra?.payment_intent;
  if (status !== 402 || typeof payment !== "object" || payment === null || !("id" in payment)) return null;
  return typeof payment.id === "string" ? payment.id : null;
}
