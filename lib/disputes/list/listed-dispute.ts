import { customers, disputes, paymentIntents } from "#db/schema/index";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Currency, isCurrency } from "#lib/money";
import type { ListedCustomer } from "#lib/payments/list/listed-payment";
import type { DisputeRow } from "../wire.ts";

/** A dispute as a list shows it, with the payment it is about. */
export interface ListedDispute extends Pick<
  DisputeRow,
  "id" | "createdAt" | "amount" | "status" | "reason" | "dueBy"
> {
  currency: Currency;
  payment: {
    id: string;
    customer: ListedCustomer | null;
    receiptEmail: string | null;
    method: { type: string; brand: string | null; last4: string | null } | null;
  };
}

const { id, createdAt, amount, currency, status, reason, dueBy } = disputes;

export const listedColumns = {
  dispute: { id, createdAt, amount, currency, status, reason, dueBy },
  payment: {
    id: paymentIntents.id,
    receiptEmail: paymentIntents.receiptEmail,
    type: paymentIntents.methodType,
    brand: paymentIntents.brand,
    last4: paymentIntents.last4,
  },
  customer: {
    id: customers.id,
    name: customers.name,
    individualName: customers.individualName,
    businessName: customers.businessName,
    email: customers.email,
  },
};

interface JoinedRow {
  dispute: Pick<DisputeRow, keyof typeof listedColumns.dispute>;
  payment: {
    id: string;
    receiptEmail: string | null;
    type: string | null;
    brand: string | null;
    last4: string | null;
  };
  customer: ListedCustomer | null;
}

/** What this viewer may see of a dispute: whose payment it was only with the permission to read customers. */
export function toListed(viewer: Viewer, { dispute, payment, customer }: JoinedRow): ListedDispute {
  const seesPeople = may(viewer, "customers:read");
  const { type, brand, last4 } = payment;
  if (!isCurrency(dispute.currency)) throw new Error(`Dispute ${dispute.id} is in ${dispute.currency}`);
  return {
    ...dispute,
    currency: dispute.currency,
    payment: {
      id: payment.id,
      customer: seesPeople ? customer : null,
      receiptEmail: seesPeople ? payment.receiptEmail : null,
      method: type === null ? null : { type, brand, last4 },
    },
  };
}
