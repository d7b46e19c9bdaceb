/**
 * The accounts money moves between, one set an environment and currency. What stands outside the business
 * (network, fees, clearing) may hold either sign; what is the merchant's stays positive but for named causes.
 */
export const ledgerAccounts = {
  /** The merchant's, ready to be paid out or refunded. */
  available: "merchant.available",
  /** The merchant's, not yet settled. */
  pending: "merchant.pending",
  /** On its way back to customers. */
  refunding: "refunds.pending",
  /** On its way to the business's bank, or from it. */
  inTransit: "payouts.in_transit",
  /** The business's own bank. */
  bank: "bank",
  /** Kept behind by an automatic payout, for the moment it takes to say so. */
  held: "merchant.held",
  /** Taken back by customers' banks, in the currency paid, until a dispute is decided. */
  disputing: "disputes.held",
  /** What customers sent ahead and did not spend: theirs, not the merchant's. */
  cash: "customers.cash",
  /** What payments that wait for the rest took of it. */
  funding: "payments.funding",
  /** Cards and banks: where money comes from and goes back to. */
  network: "network",
  /** What processing cost. */
  fees: "fees.processing",
  /** What disputes cost. */
  disputeFees: "fees.disputes",
  /** Where a conversion leaves one currency and enters another. */
  clearing: "conversion.clearing",
} as const;

export type LedgerAccount = (typeof ledgerAccounts)[keyof typeof ledgerAccounts];
