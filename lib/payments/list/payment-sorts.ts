import { paymentIntents as payment } from "#db/schema/index";
import type { Sort } from "#lib/lists/walk";
import type { ListedPayment } from "./listed-payment.ts";

export const paymentSorts = ["newest", "oldest", "largest", "smallest"] as const;
export type PaymentSort = (typeof paymentSorts)[number];

type Declared = Sort & { of(row: ListedPayment): number };

const byCreation = { column: payment.createdAt, of: ({ createdAt }: ListedPayment) => createdAt };
const byAmount = { column: payment.amount, of: ({ amount }: ListedPayment) => amount };

/** Each behind an index; amounts are only compared within one currency. */
export const sortsByName: Record<PaymentSort, Declared> = {
  newest: { ...byCreation, order: "descending" },
  oldest: { ...byCreation, order: "ascending" },
  largest: { ...byAmount, order: "descending" },
  smallest: { ...byAmount, order: "ascending" },
};

/** Whether an order compares amounts. */
export function comparesAmounts(sort: PaymentSort): boolean {
  return sort === "largest" || sort === "smallest";
}
