import type { SearchedKind } from "#db/schema/search";
import { chargeKind } from "./charge.ts";
import { couponKind } from "./coupon.ts";
import { customerKind } from "./customer.ts";
import { disputeKind } from "./dispute.ts";
import type { Kind } from "./kind.ts";
import { paymentKind } from "./payment.ts";
import { payoutKind } from "./payout.ts";
import { priceKind } from "./price.ts";
import { productKind } from "./product.ts";
import { refundKind } from "./refund.ts";

/** Every kind that is indexed, in the order in which what was found is shown. */
export const kinds: readonly Kind[] = [
  paymentKind,
  customerKind,
  refundKind,
  disputeKind,
  payoutKind,
  productKind,
  priceKind,
  couponKind,
  chargeKind,
];

const byName = new Map(kinds.map((kind) => [kind.kind, kind]));

export function kindOf(name: SearchedKind): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`Nothing of the kind ${name} is searched`);
  return kind;
}
