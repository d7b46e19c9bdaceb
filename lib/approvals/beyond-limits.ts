import type { ExceededLimit, RefundLimit } from "#db/schema/approvals";
import type { Viewer } from "#lib/auth/viewer";
import { type DomainError, invalid } from "#lib/errors";
import { type Currency, toDecimalString } from "#lib/money";

const words: Record<RefundLimit, string> = {
  per_refund: "a refund",
  per_day: "a day",
  per_customer: "a customer in 30 days",
};

/** The refusal of a refund that somebody else would have to approve; the dashboard asks instead. */
export function beyondLimits({ environment }: Viewer, exceeded: readonly ExceededLimit[]): DomainError {
  const currency = environment.currency as Currency;
  const limits = exceeded.map(
    ({ limit, allowed }) =>
      `${toDecimalString({ amount: allowed, currency })} ${currency.toUpperCase()} ${words[limit]}`,
  );
  return invalid(
    `This refund goes beyond what may be refunded here without approval: ${limits.join(", ")} at most. ` +
      "Refund it in the dashboard, where somebody else can approve it, or have the limit raised.",
    { code: "refund_limit_exceeded", param: "amount", extra: { limits: exceeded } },
  );
}
