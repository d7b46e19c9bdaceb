import { and, eq } from "drizzle-orm";
import { customers, paymentMethods } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Selection } from "#lib/lists/table-source";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { Figures } from "../figures/figures.ts";
import type { CustomerRow } from "../wire.ts";

/** A customer as a list shows them, with what they pay with by default. */
export interface ListedCustomer
  extends
    Figures,
    Pick<
      CustomerRow,
      | "id"
      | "createdAt"
      | "name"
      | "individualName"
      | "businessName"
      | "email"
      | "phone"
      | "country"
      | "balance"
      | "currency"
      | "description"
    > {
  method: Pick<PaymentMethodRow, "type" | "brand" | "last4"> | null;
}

const { id, createdAt, name, individualName, businessName, email, phone, country } = customers;
const { balance, currency, description, spend, paymentCount, refundCount, disputeCount } = customers;
const { firstPaymentAt, lastPaymentAt } = customers;

const columns = {
  ...{ id, createdAt, name, individualName, businessName, email, phone, country, balance, currency },
  ...{ description, spend, paymentCount, refundCount, disputeCount, firstPaymentAt, lastPaymentAt },
  method: { type: paymentMethods.type, brand: paymentMethods.brand, last4: paymentMethods.last4 },
};

/** Reads customers as a list shows them. */
export function selectCustomers(
  _viewer: Viewer,
  { db }: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedCustomer[]> {
  return db
    .select(columns)
    .from(customers)
    .leftJoin(
      paymentMethods,
      and(
        eq(paymentMethods.environmentId, customers.environmentId),
        eq(paymentMethods.id, customers.defaultPaymentMethodId),
      ),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
}
