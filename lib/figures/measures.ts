/** Everything that is counted or summed; each a column of `figures`. */
export const measures = [
  "attempts",
  "accepted",
  "tried",
  "paidOfTried",
  "payments",
  "gross",
  "grossOwn",
  "failures",
  "refunds",
  "refunded",
  "refundedOwn",
  "disputes",
  "disputed",
  "disputedOwn",
  "net",
  "netOwn",
  "fees",
  "feesOwn",
  "customers",
] as const;

export type Measure = (typeof measures)[number];
