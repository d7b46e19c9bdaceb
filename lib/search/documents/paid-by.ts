import { customers } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { CustomerRow } from "#lib/customers/wire";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { methodFactsOf } from "./method-facts.ts";
import { rowsOf } from "./rows-of.ts";

/** What the customer of a payment says of themselves. */
export type Payer = Pick<CustomerRow, "name" | "businessName" | "individualName" | "email">;

interface Paid {
  payment: PaymentIntentRow | undefined;
  /** The attempts that count. */
  charges: readonly ChargeRow[];
  customer: Payer | undefined;
}

/** Who paid, and with what: what a payment is found by, and whatever comes of it. */
export function paidBy({ payment, charges, customer }: Paid) {
  const methods = charges.map(methodFactsOf);
  const billed = charges.map(({ billingDetails }) => billingDetails);
  const shipping = payment?.shipping;
  const postal = [...billed.map(({ address }) => address.postal_code), shipping?.address.postal_code];
  const [brand, type] = [methods.map((method) => method.brand), methods.map((method) => method.type)];
  const last4 = methods.map((method) => method.last4);
  const email = [payment?.payerEmail, payment?.receiptEmail, ...billed.map((details) => details.email)];
  const { name, businessName, individualName } = customer ?? {};
  return {
    facts: {
      customer: [payment?.customerId],
      brand,
      type,
      last4,
      exp: methods.map(({ exp }) => exp),
      country: [
        ...methods.map(({ country }) => country),
        ...billed.map(({ address }) => address.country),
        shipping?.address.country,
      ],
      postal: postal.map((code) => code?.replaceAll(/\s/g, "")),
      risk_level: charges.map(({ outcome }) => outcome?.risk_level),
    },
    texts: {
      name: [...billed.map((details) => details.name), shipping?.name, name, businessName, individualName],
      email: [...email, customer?.email],
      last4,
      method: [...brand, ...type],
      postal,
    },
    personal: ["name", "email", "last4", "postal"],
    has: { customer: payment?.customerId, email: email.find(Boolean) ?? customer?.email },
  };
}

/** The customers of some payments, by their ids. */
export async function customersOf(
  handle: Handle,
  payments: readonly Pick<PaymentIntentRow, "customerId">[],
): Promise<Map<string, CustomerRow>> {
  const ids = new Set(payments.flatMap(({ customerId }) => customerId ?? []));
  return byId(await rowsOf(handle, customers, customers.id, [...ids]));
}

/** Rows by their ids. */
export function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
