import type { CustomerRow } from "../wire.ts";

/** What somebody's payments come to. */
export type Figures = Pick<
  CustomerRow,
  "spend" | "paymentCount" | "refundCount" | "disputeCount" | "firstPaymentAt" | "lastPaymentAt"
>;

/** Of somebody who has paid nothing yet. */
export const noFigures: Figures = {
  spend: 0,
  paymentCount: 0,
  refundCount: 0,
  disputeCount: 0,
  firstPaymentAt: 0,
  lastPaymentAt: 0,
};
