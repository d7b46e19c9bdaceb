import { z } from "zod";
import { isRegion } from "#lib/i18n/regions";
import { type CustomerInput, mostInvoiceSequence } from "./customer-input.ts";
import { isLanguage } from "./languages.ts";
import type { CustomerRow } from "./wire.ts";

const line = (max: number) => z.string().trim().max(max, "too_long").optional();
const orEmpty = (fits: (text: string) => boolean, message: string, max: number) =>
  line(max).refine((text) => !text || fits(text), message);

const email = () => orEmpty((text) => z.email().safeParse(text).success, "email_invalid", 512);
const phone = () => orEmpty((text) => /^\+?[0-9 ().-]{5,20}$/.test(text), "phone_invalid", 20);
const country = () => orEmpty(isRegion, "country_unknown", 100);
const invoiceNumber = () =>
  orEmpty((text) => /^[1-9]\d*$/.test(text) && Number(text) <= mostInvoiceSequence, "number_invalid", 10);

const shippingFields = [
  "shippingPhone",
  "shippingLine1",
  "shippingLine2",
  "shippingPostalCode",
  "shippingCity",
  "shippingState",
  "shippingCountry",
] as const;

const eachField = z.strictObject({
  name: line(256),
  email: email(),
  individualName: line(150),
  businessName: line(150),
  phone: phone(),
  description: line(5000),
  language: orEmpty(isLanguage, "language_unknown", 35),
  line1: line(500),
  line2: line(500),
  postalCode: line(50),
  city: line(200),
  state: line(200),
  country: country(),
  shippingName: line(256),
  shippingPhone: phone(),
  shippingLine1: line(500),
  shippingLine2: line(500),
  shippingPostalCode: line(50),
  shippingCity: line(200),
  shippingState: line(200),
  shippingCountry: country(),
  taxExempt: z.enum(["none", "exempt", "reverse"], "tax_status_unknown").or(z.literal("")).optional(),
  invoicePrefix: orEmpty((text) => /^[A-Z0-9]{3,12}$/.test(text), "invoice_prefix_invalid", 100),
  nextInvoiceSequence: invoiceNumber(),
  invoiceFooter: line(5000),
});

const noRecipient = { path: ["shippingName"], message: "required" };

/**
 * What can be typed of a customer, each a text and every one optional: of a form, or of a line of a file. Messages are
 * codes of the `errors` catalogue.
 */
export const typedCustomer = eachField.refine((typed) => !lacksRecipient(typed), { ...noRecipient });

function lacksRecipient(typed: Shown): boolean {
  return !typed.shippingName && shippingFields.some((field) => typed[field]);
}

export type TypedCustomer = z.output<typeof eachField>;
export type CustomerField = keyof TypedCustomer;
export const customerFields = Object.keys(eachField.shape) as CustomerField[];

/** What is typed of a customer as it is now: what a form to change it begins with. */
export function typedOf(customer: CustomerRow): Record<CustomerField, string> {
  const { address, shipping, preferredLocales, invoiceSettings } = customer;
  return {
    name: customer.name ?? "",
    email: customer.email ?? "",
    individualName: customer.individualName ?? "",
    businessName: customer.businessName ?? "",
    phone: customer.phone ?? "",
    description: customer.description ?? "",
    language: preferredLocales[0] ?? "",
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    postalCode: address?.postal_code ?? "",
    city: address?.city ?? "",
    state: address?.state ?? "",
    country: address?.country ?? "",
    shippingName: shipping?.name ?? "",
    shippingPhone: shipping?.phone ?? "",
    shippingLine1: shipping?.address.line1 ?? "",
    shippingLine2: shipping?.address.line2 ?? "",
    shippingPostalCode: shipping?.address.postal_code ?? "",
    shippingCity: shipping?.address.city ?? "",
    shippingState: shipping?.address.state ?? "",
    shippingCountry: shipping?.address.country ?? "",
    taxExempt: customer.taxExempt,
    invoicePrefix: customer.invoicePrefix,
    nextInvoiceSequence: String(customer.nextInvoiceSequence),
    invoiceFooter: invoiceSettings.footer ?? "",
  };
}

/** What was in a form before anybody typed. */
type Shown = { [Field in CustomerField]?: string | undefined };

/**
 * Reads a form that showed something before: only what differs from it is checked, or a customer who came over the API
 * with a phone number, say, that no form takes could not be changed at all.
 */
export function readTyped(
  typed: Shown,
  shown: Shown,
): { input: CustomerInput } | { issues: readonly { path: PropertyKey[]; message: string }[] } {
  const touched = Object.entries(typed).filter(([field, text]) => text !== shown[field as CustomerField]);
  const read = eachField.safeParse(Object.fromEntries(touched));
  if (!read.success) return { issues: read.error.issues };
  const whole = { ...(typed as TypedCustomer), ...read.data };
  return lacksRecipient(whole) ? { issues: [noRecipient] } : { input: customerInputOf(whole, shown) };
}

/**
 * What was typed as the core takes it: only what differs from what was shown, so that what somebody else changed
 * meanwhile stays, and what was hidden is not written. An emptied field takes away what was there.
 */
export function customerInputOf(typed: TypedCustomer, shown: Shown = {}): CustomerInput {
  const said = (field: CustomerField) => {
    const text = typed[field];
    return text === undefined || text === (shown[field] ?? "") ? undefined : text;
  };
  const orNull = (field: CustomerField) => {
    const text = said(field);
    return text === undefined ? undefined : text || null;
  };
  const language = said("language");
  const sequence = said("nextInvoiceSequence");
  const footer = orNull("invoiceFooter");
  return {
    name: orNull("name"),
    email: orNull("email"),
    individualName: orNull("individualName"),
    businessName: orNull("businessName"),
    phone: orNull("phone"),
    description: orNull("description"),
    preferredLocales: language === undefined ? undefined : language ? [language] : [],
    address: addressOf(typed, orNull),
    shipping: shippingOf(typed, orNull),
    taxExempt: said("taxExempt") === undefined ? undefined : typed.taxExempt || undefined,
    invoicePrefix: said("invoicePrefix") || undefined,
    nextInvoiceSequence: sequence ? Number(sequence) : undefined,
    ...(footer === undefined ? {} : { invoiceSettings: { footer } }),
  };
}

/** What was typed that was not shown, emptied fields as null. */
type Said = (field: CustomerField) => string | null | undefined;

function addressOf(typed: TypedCustomer, said: Said): CustomerInput["address"] {
  const fields = ["line1", "line2", "postalCode", "city", "state", "country"] as const;
  if (fields.every((field) => said(field) === undefined)) return undefined;
  if (fields.every((field) => !typed[field])) return null;
  return known({
    line1: said("line1"),
    line2: said("line2"),
    postal_code: said("postalCode"),
    city: said("city"),
    state: said("state"),
    country: said("country"),
  });
}

function shippingOf(typed: TypedCustomer, said: Said): CustomerInput["shipping"] {
  const fields = ["shippingName", ...shippingFields] as const;
  if (fields.every((field) => said(field) === undefined)) return undefined;
  if (fields.every((field) => !typed[field])) return null;
  return {
    name: said("shippingName") ?? undefined,
    phone: said("shippingPhone"),
    address: known({
      line1: said("shippingLine1"),
      line2: said("shippingLine2"),
      postal_code: said("shippingPostalCode"),
      city: said("shippingCity"),
      state: said("shippingState"),
      country: said("shippingCountry"),
    }),
  };
}

/** Without what was not typed. */
function known<Name extends string>(
  lines: Record<Name, string | null | undefined>,
): Partial<Record<Name, string | null>> {
  return Object.fromEntries(Object.entries(lines).filter(([, text]) => text !== undefined)) as Partial<
    Record<Name, string | null>
  >;
}
