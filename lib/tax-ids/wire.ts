import type Stripe from "stripe";
import type { taxIds } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type TaxIdRow = typeof taxIds.$inferSelect;

/** The API's tax id. */
export function toTaxId(row: TaxIdRow, environment: ViewedEnvironment): Stripe.TaxId {
  return {
    id: row.id,
    object: "tax_id",
    country: row.country,
    created: seconds(row.createdAt),
    customer: row.customerId,
    customer_account: null,
    livemode: environment.kind === "live",
    owner: ownerOf(row),
    type: row.type,
    value: row.value,
    verification: row.verificationStatus && {
      status: row.verificationStatus,
      verified_address: row.verifiedAddress,
      verified_name: row.verifiedName,
    },
  };
}

/** What is left of a deleted tax id. */
export function toDeletedTaxId(row: TaxIdRow): Stripe.DeletedTaxId {
  return { id: row.id, object: "tax_id", deleted: true };
}

function ownerOf({ customerId }: TaxIdRow): Stripe.TaxId.Owner {
  if (customerId === null) return { customer_account: null, type: "self" };
  return { customer: customerId, customer_account: null, type: "customer" };
}
