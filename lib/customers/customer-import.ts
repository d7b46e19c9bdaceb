import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { find } from "#db/rows";
import { customers, importKeys } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { emailKey } from "#lib/email-key";
import { invalid, notFound } from "#lib/errors";
import { locales } from "#lib/i18n/locale";
import { regionsByName } from "#lib/i18n/regions";
import type { ImportKind, Outcome, RowValues } from "#lib/imports/kind";
import { keyValue, metadataName } from "#lib/imports/mapping";
import { createCustomer } from "./create-customer.ts";
import type { CustomerInput } from "./customer-input.ts";
import { assertPrefixIsFree } from "./invoice-prefix.ts";
import {
  customerFields,
  customerInputOf,
  type TypedCustomer,
  typedCustomer,
  typedOf,
} from "./typed-customer.ts";
import { updateCustomer } from "./update-customer.ts";

/** Rows of a file as customers: what is said of one that is there changes it, anybody else is new. */
export const customerImport: ImportKind = {
  name: "customers",
  permission: "customers:write",
  fields: ["id", ...customerFields],
  keys: ["id", "email"],
  headings: headings(),
  problems: (values) =>
    (typedCustomer.safeParse(typedFields(values)).error?.issues ?? []).map(({ path, message }) => ({
      field: path.length > 0 ? String(path[0]) : null,
      code: message,
    })),
  find: customersKnownBy,
  apply,
  metadataAfter,
};

async function apply(
  tx: Tx,
  id: string | null,
  values: RowValues,
): Promise<{ id: string; outcome: Outcome }> {
  const typed = typedCustomer.parse(typedFields(values));
  await assertPrefix(tx, id, typed.invoicePrefix);
  if (id === null) {
    if (values.fields.id) throw notFound("customer", values.fields.id);
    const input = { ...customerInputOf(typed), metadata: values.metadata };
    return { id: (await createCustomer(tx.viewer, input)).id, outcome: "created" };
  }
  const input = await changesTo(tx, id, { typed, metadata: values.metadata });
  if (Object.values(input).every((value) => value === undefined)) return { id, outcome: "unchanged" };
  await updateCustomer(tx.viewer, { id, ...input });
  return { id, outcome: "updated" };
}

/** Said of the row's own column: the API says it of a parameter. */
async function assertPrefix(tx: Tx, id: string | null, prefix: string | undefined): Promise<void> {
  if (!prefix) return;
  const problem = { code: "invoice_prefix_taken", param: "invoicePrefix" };
  await assertPrefixIsFree(tx, prefix, id).catch(({ message }: Error) => {
    throw invalid(message, problem);
  });
}

async function changesTo(
  tx: Tx,
  id: string,
  said: { typed: TypedCustomer; metadata: Record<string, string> },
): Promise<CustomerInput> {
  const row = await find(tx, customers, id);
  if (!row) throw notFound("customer", id);
  const metadata = Object.entries(said.metadata).filter(([name, value]) => row.metadata[name] !== value);
  return {
    ...customerInputOf(said.typed, typedOf(row)),
    metadata: metadata.length > 0 ? Object.fromEntries(metadata) : undefined,
  };
}

async function customersKnownBy(handle: Handle, key: string, values: RowValues): Promise<string[]> {
  const value = keyValue(values, key);
  const name = metadataName(key);
  if (name !== null) return customersNoted(handle, name, value);
  if (key === "id") {
    const row = await find(handle, customers, value);
    return row && row.deletedAt === null ? [row.id] : [];
  }
  const rows = await handle.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, handle.environmentId),
        eq(customers.emailKey, emailKey(value)),
        isNull(customers.deletedAt),
      ),
    )
    .limit(2);
  return rows.map(({ id }) => id);
}

/** What was noted may be out of date: the customer's own metadata decide. */
async function customersNoted(handle: Handle, name: string, value: string): Promise<string[]> {
  const { environmentId } = handle;
  const [noted] = await handle.db
    .select({ objectId: importKeys.objectId })
    .from(importKeys)
    .where(
      and(
        eq(importKeys.environmentId, environmentId),
        eq(importKeys.kind, "customers"),
        eq(importKeys.name, name),
        eq(importKeys.value, value),
      ),
    );
  const row = noted && (await find(handle, customers, noted.objectId));
  return row && row.deletedAt === null && row.metadata[name] === value ? [row.id] : [];
}

async function metadataAfter(tx: Tx, name: string, after: string, limit: number) {
  const { environmentId, id, metadata, deletedAt } = customers;
  const rows = await tx.db
    .select({ id, metadata, deletedAt })
    .from(customers)
    .where(and(eq(environmentId, tx.environmentId), gt(id, after)))
    .orderBy(asc(id))
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    value: row.deletedAt === null && Object.hasOwn(row.metadata, name) ? (row.metadata[name] ?? null) : null,
  }));
}

/** As people write them in files: countries also by name, in either case. */
function typedFields({ fields: { id: _, ...fields } }: RowValues): Record<string, string> {
  const written = (name: string, read: (text: string) => string) => {
    const text = fields[name];
    return text === undefined ? {} : { [name]: read(text) };
  };
  return {
    ...fields,
    ...written("country", countryCode),
    ...written("shippingCountry", countryCode),
    ...written("taxExempt", (text) => text.toLowerCase()),
    ...written("invoicePrefix", (text) => text.toUpperCase()),
  };
}

function countryCode(text: string): string {
  if (text.length === 2) return text.toUpperCase();
  return countries.get(text.toLowerCase()) ?? text;
}

const countries = new Map(
  locales.flatMap((locale) => regionsByName(locale).map(({ code, name }) => [name.toLowerCase(), code])),
);

/** What headings mean, as other programs write them: small letters and digits only. */
function headings(): Record<string, string> {
  const words = {
    id: "id customerid identifiant",
    name: "name fullname customer customername nom client",
    email: "email emailaddress mail customeremail adresseemail courriel",
    individualName: "individualname person personne",
    businessName: "businessname company companyname business societe entreprise",
    phone: "phone phonenumber telephone tel mobile",
    description: "description note notes",
    language: "language locale preferredlocale langue",
    line1: "line1 address address1 addressline1 street adresse rue",
    line2: "line2 address2 addressline2 complement",
    postalCode: "postalcode postcode zip zipcode codepostal",
    city: "city town ville",
    state: "state region province etat",
    country: "country countrycode pays",
    shippingName: "shippingname recipient destinataire",
    shippingPhone: "shippingphone",
    shippingLine1: "shippingline1 shippingaddress shippingaddressline1",
    shippingLine2: "shippingline2 shippingaddressline2",
    shippingPostalCode: "shippingpostalcode shippingaddresspostalcode shippingzip",
    shippingCity: "shippingcity shippingaddresscity",
    shippingState: "shippingstate shippingaddressstate",
    shippingCountry: "shippingcountry shippingaddresscountry",
    taxExempt: "taxexempt taxstatus",
    invoicePrefix: "invoiceprefix",
    nextInvoiceSequence: "nextinvoicesequence nextinvoicenumber",
    invoiceFooter: "invoicefooter footer",
  } satisfies Record<"id" | keyof TypedCustomer, string>;
  return Object.fromEntries(
    Object.entries(words).flatMap(([field, all]) => all.split(" ").map((heading) => [heading, field])),
  );
}
