import type { VersionChange } from "./change.ts";
import { expandRenamed } from "./expand-renamed.ts";

/**
 * A promotion code says in `promotion` what it stands for; before, it held its coupon, whole.
 * https://docs.stripe.com/changelog/clover/2025-09-30/polymorphic-coupon
 */
export const promotionOfCode: VersionChange = {
  since: "2025-09-30.clover",
  before: {
    objects: ["promotion_code"],
    shownWhole: ["promotion.coupon"],
    down({ promotion, ...code }) {
      return { ...code, coupon: Object(promotion).coupon ?? null };
    },
  },
  up({ method, path }, params) {
    if (!/^\/v1\/promotion_codes(\/|$)/.test(path)) return params;
    const { coupon, ...others } = { ...params, ...expandRenamed(params, renamed) };
    if (coupon === undefined) return others;
    return method === "POST" ? { ...others, promotion: { type: "coupon", coupon } } : { ...others, coupon };
  },
};

function renamed(path: string): string {
  return path.replace(/^(data\.)?coupon(?=\.|$)/, "$1promotion.coupon");
}
