import type { ProductKind } from "#db/schema/disputes";
import type { DisputeCase } from "./dispute-case.ts";

/** What can have been sold, as those who answer a dispute are asked. Source: https://docs.stripe.com/disputes/categories */
export const productKinds = [
  "physical_product",
  "digital_product",
  "offline_service",
  "event",
  "booking",
  "other",
] as const satisfies readonly ProductKind[];

/** What was said to be sold; before that, what the payment suggests: what has a shipping address was shipped. */
export function productKindOf({ dispute, charge }: Pick<DisputeCase, "dispute" | "charge">): ProductKind {
  return dispute.productKind ?? (charge.shipping ? "physical_product" : "other");
}
