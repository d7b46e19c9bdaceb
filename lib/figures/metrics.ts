import type { Permission } from "#lib/auth/permissions";
import type { Sums } from "./read-figures.ts";

/** What a figure is read as. Money is in minor units of the account's currency, a share between 0 and 1. */
export type Unit = "money" | "count" | "share";

interface Metric {
  unit: Unit;
  needs: Permission;
  /** Null where there is nothing to divide by. */
  value(sums: Sums): number | null;
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** Every figure that is drawn over time. */
export const metrics = {
  gross: { unit: "money", needs: "payments:read", value: (s) => s.grossOwn },
  net: { unit: "money", needs: "balance:read", value: (s) => s.netOwn },
  payments: { unit: "count", needs: "payments:read", value: (s) => s.payments },
  average: {
    unit: "money",
    needs: "payments:read",
    value: (s) => (s.payments === 0 ? null : Math.round(s.grossOwn / s.payments)),
  },
  customers: { unit: "count", needs: "customers:read", value: (s) => s.customers },
  refunds: { unit: "money", needs: "payments:read", value: (s) => s.refundedOwn },
  successRate: { unit: "share", needs: "payments:read", value: (s) => share(s.paidOfTried, s.tried) },
  failures: { unit: "count", needs: "payments:read", value: (s) => s.failures },
  disputes: { unit: "count", needs: "disputes:read", value: (s) => s.disputes },
  disputeRate: { unit: "share", needs: "disputes:read", value: (s) => share(s.disputes, s.payments) },
  fees: { unit: "money", needs: "balance:read", value: (s) => s.feesOwn },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

export const metricNames = Object.keys(metrics) as MetricName[];

export function metricOf(name: MetricName): Metric {
  return metrics[name];
}
