import type { Dataset } from "../dataset.ts";
import { activityDataset, feeDataset } from "./balance-transactions.ts";
import { cashReturnDataset } from "./cash-returns.ts";
import { customerDataset } from "./customers.ts";
import { disputeDataset } from "./disputes.ts";
import { guestDataset } from "./guests.ts";
import { mailDataset } from "./mails.ts";
import { paymentDataset } from "./payments.ts";
import { payoutDataset } from "./payouts.ts";
import { refundDataset } from "./refunds.ts";
import { topupDataset } from "./topups.ts";

/** Everything that can be exported, by name. */
export const datasets = {
  payments: paymentDataset,
  refunds: refundDataset,
  cash_returns: cashReturnDataset,
  disputes: disputeDataset,
  customers: customerDataset,
  guests: guestDataset,
  activity: activityDataset,
  fees: feeDataset,
  payouts: payoutDataset,
  topups: topupDataset,
  mails: mailDataset,
} satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

/** The names, as a form or an address has them. */
export const datasetNames = [
  "payments",
  "refunds",
  "cash_returns",
  "disputes",
  "customers",
  "guests",
  "activity",
  "fees",
  "payouts",
  "topups",
  "mails",
] as const satisfies DatasetName[];

/** Whether a text names something that can be exported. */
export function isDatasetName(text: string): text is DatasetName {
  return Object.hasOwn(datasets, text);
}
