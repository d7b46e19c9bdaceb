import type { Address, BillingDetails } from "#db/schema/customers";
import type { BillingDetailsInput } from "./vault-method-data.ts";

const emptyAddress: Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

const emptyBillingDetails: BillingDetails = {
  address: emptyAddress,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
};

/** An address with every member, null where none is given; on top of what was there before. */
export function fullAddress(given: Partial<Address>, before: Address | null = null): Address {
  return { ...emptyAddress, ...before, ...given };
}

/** Billing details with every member; on top of what was there before. */
export function fullBillingDetails(
  { address, taxId, ...rest }: BillingDetailsInput,
  before: BillingDetails = emptyBillingDetails,
): BillingDetails {
  return {
    ...before,
    ...rest,
    ...(taxId === undefined ? {} : { tax_id: taxId }),
    address: address === null ? emptyAddress : fullAddress(address ?? {}, before.address),
  };
}
