import type { VersionChange } from "./change.ts";

/**
 * A charge shows its refunds when asked to; before, always.
 * https://docs.stripe.com/changelog/2022-11-15/deprecates-charges-auto-expand
 */
export const refundsOfCharge: VersionChange = {
  since: "2022-11-15",
  before: { objects: ["charge"], shownWhole: ["refunds"], down: (charge) => charge },
};
