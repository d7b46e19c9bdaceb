import type { BillingDetails } from "#db/schema/customers";

const nobodysAddress = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** Of nobody any more. */
export const nobodysDetails: BillingDetails = {
  address: nobodysAddress,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
};

/** Members of the API's objects that say who somebody is, or what a merchant wrote of them. */
const personal: ReadonlySet<string> = new Set([
  ...["name", "email", "phone", "individual_name", "business_name", "receipt_email", "customer_email"],
  ...["instructions_email", "email_sent_to"],
  ...["description", "line1", "line2", "city", "state", "postal_code", "address_zip", "address_line1"],
  ...["address_line2", "address_city", "address_state", "tax_id", "verified_name", "verified_address"],
  ...["account_holder_name", "customer_name", "customer_email_address", "customer_purchase_ip"],
  ...["customer_signature", "customer_communication", "billing_address", "shipping_address", "ip_address"],
  ...["user_agent", "uncategorized_text", "product_description", "shipping", "preferred_locales"],
  ...["footer", "custom_fields", "reference"],
]);

/** An API object as it was, without what says who somebody is: amounts, states, ids and times stay. */
export function blanked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blanked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name === "metadata") return [name, {}];
      if (!personal.has(name)) return [name, blanked(member)];
      return [name, Array.isArray(member) ? [] : null];
    }),
  );
}
