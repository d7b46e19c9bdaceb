import type { Address, Shipping } from "#db/schema/customers";
import { emailKey } from "#lib/email-key";
import { invalid } from "#lib/errors";
import { mergeMetadata } from "#lib/metadata";
import { fullAddress } from "#lib/payment-methods/billing-details";
import type { CustomerInput, ShippingInput } from "./customer-input.ts";
import type { CustomerRow } from "./wire.ts";

/** What may be said of a customer; the rest of the row is not its caller's to choose. */
export type CustomerFacts = Pick<
  CustomerRow,
  | "address"
  | "balance"
  | "businessName"
  | "country"
  | "currency"
  | "description"
  | "email"
  | "emailKey"
  | "individualName"
  | "invoicePrefix"
  | "invoiceSettings"
  | "defaultPaymentMethodId"
  | "metadata"
  | "name"
  | "nextInvoiceSequence"
  | "phone"
  | "preferredLocales"
  | "shipping"
  | "taxExempt"
>;

/** A customer's facts after a caller's change. `currency`: what a first balance is in. */
export function changedFacts(before: CustomerFacts, input: CustomerInput, currency: string): CustomerFacts {
  const { defaultPaymentMethodId = before.defaultPaymentMethodId, ...settings } = input.invoiceSettings ?? {};
  const balance = input.balance ?? before.balance;
  const email = given(input.email, before.email);
  assertInvoicePrefix(input.invoicePrefix);
  const address = patched(before.address, input.address);
  return {
    address,
    country: address?.country ?? null,
    balance,
    businessName: given(input.businessName, before.businessName),
    currency: before.currency ?? (balance === 0 ? null : currency),
    description: given(input.description, before.description),
    email,
    emailKey: emailKey(email),
    individualName: given(input.individualName, before.individualName),
    invoicePrefix: input.invoicePrefix ?? before.invoicePrefix,
    invoiceSettings: { ...before.invoiceSettings, ...settings },
    defaultPaymentMethodId,
    metadata: mergeMetadata(before.metadata, input.metadata),
    name: given(input.name, before.name),
    nextInvoiceSequence: input.nextInvoiceSequence ?? before.nextInvoiceSequence,
    phone: given(input.phone, before.phone),
    preferredLocales: input.preferredLocales ?? before.preferredLocales,
    shipping: shippingOf(before.shipping, input.shipping),
    taxExempt: input.taxExempt ?? before.taxExempt,
  };
}

function given<T>(value: T | null | undefined, before: T | null): T | null {
  return value === undefined ? before : value;
}

function patched(before: Address | null, patch: Partial<Address> | null | undefined): Address | null {
  if (patch === undefined || patch === null) return given(patch, before);
  return fullAddress(patch, before);
}

function shippingOf(before: Shipping | null, patch: ShippingInput | null | undefined): Shipping | null {
  if (patch === undefined || patch === null) return given(patch, before);
  const name = patch.name ?? before?.name;
  if (name === undefined) {
    throw invalid("Missing required param: shipping[name].", {
      code: "parameter_missing",
      param: "shipping[name]",
    });
  }
  return {
    ...before,
    ...patch,
    name,
    phone: given(patch.phone, before?.phone ?? null),
    address: fullAddress(patch.address ?? {}, before?.address),
  };
}

function assertInvoicePrefix(prefix: string | undefined): void {
  if (prefix === undefined || /^[A-Z0-9]{1,12}$/.test(prefix)) return;
  throw invalid("Invoice number prefix must be 1–12 uppercase letters or numbers.");
}
