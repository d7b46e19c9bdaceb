import type { paymentIntents } from "#db/schema/index";

/** What a payment is shown with, in minor units: what came in, or what was asked for until something does. */
export function paidAmount({
  amount,
  amountReceived,
}: Pick<typeof paymentIntents.$inferSelect, "amount" | "amountReceived">): number {
  return amountReceived > 0 ? amountReceived : amount;
}
