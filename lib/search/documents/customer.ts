import { customers } from "#db/schema/index";
import { seconds } from "#lib/clock";
import type { CustomerRow } from "#lib/customers/wire";
import type { Kind } from "./kind.ts";
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
    return rows.map((row) => ({ row, sheet: customerSheet(row), gone: row.deletedAt !== null }));
  },
};

/** What a customer is found by. */
export function customerSheet(row: CustomerRow): Sheet {
  const { address, shipping } = row;
  const postal = [address?.postal_code, shipping?.address.postal_code];
  return {
    id: row.id,
    createdAt: row.createdAt,
    facts: {
      currency: [row.currency],
      customer: [row.id],
      country: [address?.country, shipping?.address.country],
      postal: postal.map((code) => code?.replaceAll(/\s/g, "")),
      is: [row.delinquent ? "delinquent" : null],
      has: [
        row.email === null ? null : "email",
        row.description === null ? null : "description",
        row.defaultPaymentMethodId === null ? null : "payment_method",
        row.balance === 0 ? null : "balance",
        Object.keys(row.metadata).length === 0 ? null : "metadata",
        shipping === null ? null : "shipping",
      ],
    },
    texts: {
      name: [row.name, row.businessName, row.individualName, shipping?.name],
      email: [row.email],
      other: [row.description],
      phone: [row.phone],
      city: [address?.city],
      postal,
    },
    personal: ["name", "email", "phone", "city", "postal"],
    metadata: row.metadata,
    money: [],
    api: { created: seconds(row.createdAt), email: row.email, name: row.name, phone: row.phone },
  };
}
