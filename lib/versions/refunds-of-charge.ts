import { isHash } from "#lib/api/form-values";
import type { Hash, VersionChange } from "./change.ts";

/**
 * A charge shows its refunds when asked to; before, always.
 * https://docs.stripe.com/changelog/2022-11-15/deprecates-charges-auto-expand
 */
export const refundsOfCharge: VersionChange = {
  since: "2022-11-15",
  before: {
    objects: ["charge"],
    shownWhole: ["refunds"],
    down: (charge) => charge,
    asOf(charge, at) {
      const { refunds, amount_refunded: refunded } = charge;
      if (!isHash(refunds) || !Array.isArray(refunds.data)) return charge;
      const made = refunds.data.filter(isHash).filter(({ created }) => Number(created) <= at);
      return { ...charge, refunds: { ...refunds, data: comingTo(Number(refunded), made) } };
    },
  },
};

/** Of refunds, newest first, those that come to an amount: of one second, the older ones. */
function comingTo(amount: number, refunds: Hash[]): Hash[] {
  let over = refunds.filter(counts).reduce((sum, refund) => sum + Number(refund.amount), -amount);
  return refunds.filter((refund) => {
    if (over <= 0 || !counts(refund)) return true;
    over -= Number(refund.amount);
    return false;
  });
}

function counts({ status }: Hash): boolean {
  return status !== "failed" && status !== "canceled";
}
