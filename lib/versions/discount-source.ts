import type { VersionChange } from "./change.ts";

/**
 * A discount says in `source` what it comes of; before, it held its coupon, whole.
 * https://docs.stripe.com/changelog/clover/2025-09-30/add-discount-source-property
 */
export const discountSource: VersionChange = {
  since: "2025-09-30.clover",
  before: {
    objects: ["discount"],
    shownWhole: ["source.coupon"],
    down({ source, ...discount }) {
      return { ...discount, coupon: Object(source).coupon ?? null };
    },
  },
};
