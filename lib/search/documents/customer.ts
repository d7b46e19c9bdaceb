import { customers, paymentMethods } from "#db/schema/index";
import { seconds } from "#lib/clock";
import type { CustomerRow } from "#lib/customers/wire";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { hasOf } from "./has-of.ts";
import type { Kind } from "./kind.ts";
import { expiryOf } from "./method-facts.ts";
import { notedOf } from "./noted.ts";
import { rowsOf } from "./rows-of.ts";
import type { Sheet } from "./sheet.ts";

export const customerKind: Kind<CustomerRow> = {
  kind: "customer",
  code: "c",
  table: customers,
  deletedAt: customers.deletedAt,
  permission: "customers:read",
  object: "customer",
  async read(handle, ids) {
    const rows = await rowsOf(handle, customers, customers.id, ids);
    const kept = Map.groupBy(
      await rowsOf(handle, paymentMethods, paymentMethods.customerId, ids),
      ({ customerId }) => customerId,
    );
    const noted = await notedOf(handle, "customer", ids);
    return rows.map((row) => ({
      row,
      sheet: customerSheet(row, { kept: kept.get(row.id) ?? [], isNoted: noted.has(row.id) }),
      gone: row.deletedAt !== null,
    }));
  },
};

/** What a customer is found by, and by the payment methods kept for them; `isNoted`: colleagues wrote about them. */
export function customerSheet(
  row: CustomerRow,
  { kept, isNoted }: { kept: readonly PaymentMethodRow[]; isNoted: boolean },
): Sheet {
  const { address, shipping } = row;
  // In one order, whatever order they are read in.
  const methods = kept.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const last4 = methods.map((method) => method.last4);
  const postal = [address?.postal_code, shipping?.address.postal_code];
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      currency: [row.currency],
      customer: [row.id],
      country: [address?.country, shipping?.address.country],
      postal: postal.map((code) => code?.replaceAll(/\s/g, "")),
      brand: methods.map(({ brand }) => brand),
      type: methods.map(({ type }) => type),
      last4,
      exp: methods.map(({ instrument }) => (instrument.type === "card" ? expiryOf(instrument.card) : null)),
      is: [row.delinquent ? "delinquent" : null],
      has: hasOf(row, {
        email: row.email,
        description: row.description,
        payment_method: methods.length > 0 || row.defaultPaymentMethodId !== null,
        balance: row.balance !== 0,
        note: isNoted,
        shipping,
      }),
    },
    texts: {
      name: [
        ...[row.name, row.businessName, row.individualName, shipping?.name],
        ...methods.map(({ billingDetails }) => billingDetails.name),
      ],
      email: [row.email],
      other: [row.description],
      phone: [row.phone],
      last4,
      city: [address?.city],
      postal,
    },
    personal: ["name", "email", "phone", "last4", "city", "postal"],
    metadata: row.metadata,
    money: [],
    api: { created: seconds(row.createdAt), email: row.email, name: row.name, phone: row.phone },
  };
}
