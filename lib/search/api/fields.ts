import type { SearchedKind } from "#db/schema/search";

/**
 * `token`: equal or not. `string`: also by a part of it. `numeric`: also greater or less.
 * https://docs.stripe.com/search#query-fields-for-charges and below
 */
export type FieldType = "token" | "string" | "numeric";
export type ApiFields = Readonly<Record<string, FieldType>>;

/** Of these, what an object may lack. */
export const optionalFields: ReadonlySet<string> = new Set([
  "billing_details.address.postal_code",
  "customer",
  "description",
  "email",
  "lookup_key",
  "name",
  "phone",
  "shippable",
  "url",
]);

/** What each kind can be searched by through the API, beside its metadata. */
export const apiFields: Partial<Record<SearchedKind, ApiFields>> = {
  charge: {
    amount: "numeric",
    "billing_details.address.postal_code": "token",
    created: "numeric",
    currency: "token",
    customer: "token",
    disputed: "token",
    "payment_method_details.card.brand": "token",
    "payment_method_details.card.exp_month": "numeric",
    "payment_method_details.card.exp_year": "numeric",
    "payment_method_details.card.fingerprint": "token",
    "payment_method_details.card.last4": "token",
    "payment_method_details.sepa_debit.last4": "token",
    "payment_method_details.us_bank_account.last4": "token",
    refunded: "token",
    status: "token",
  },
  customer: { created: "numeric", email: "string", name: "string", phone: "string" },
  payment: { amount: "numeric", created: "numeric", currency: "token", customer: "token", status: "token" },
  price: {
    active: "token",
    currency: "token",
    lookup_key: "token",
    product: "token",
    type: "token",
  },
  product: {
    active: "token",
    description: "string",
    name: "string",
    shippable: "token",
    url: "string",
  },
};
