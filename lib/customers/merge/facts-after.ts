import type { CustomerRow } from "../wire.ts";

/** What either may say, and the one who stays says first. */
const shared = [
  "name",
  "individualName",
  "businessName",
  "email",
  "emailKey",
  "phone",
  "description",
  "address",
  "country",
  "shipping",
  "currency",
  "discount",
  "defaultPaymentMethodId",
  "defaultSourceId",
] as const satisfies (keyof CustomerRow)[];

/** What somebody says of themselves once another has become part of them: only what is new. */
export function factsAfter(into: CustomerRow, from: CustomerRow): Partial<CustomerRow> {
  const gained = shared.filter((fact) => into[fact] === null && from[fact] !== null);
  const facts: Partial<CustomerRow> = Object.fromEntries(gained.map((fact) => [fact, from[fact]]));
  if (into.preferredLocales.length === 0 && from.preferredLocales.length > 0) {
    facts.preferredLocales = from.preferredLocales;
  }
  const metadata = { ...from.metadata, ...into.metadata };
  const fits = Object.keys(metadata).length <= 50;
  if (fits && Object.keys(metadata).length > Object.keys(into.metadata).length) facts.metadata = metadata;
  if (from.balance !== 0) facts.balance = into.balance + from.balance;
  return facts;
}
