import { customers, paymentIntents, refunds } from "#db/schema/index";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Currency, isCurrency } from "#lib/money";
import type { ListedCustomer } from "#lib/payments/list/listed-payment";
import type { RefundRow } from "../wire.ts";

/** A refund as a list shows it, with what it is a refund of. */
export interface ListedRefund extends Pick<
  RefundRow,
  "id" | "createdAt" | "amount" | "status" | "reason" | "pendingReason" | "createdBy"
> {
  currency: Currency;
  payment: {
    id: string;
    customer: ListedCustomer | null;
    receiptEmail: string | null;
    method: { type: string; brand: string | null; last4: string | null } | null;
  };
}

const { id, createdAt, amount, currency, status, reason, pendingReason, createdBy } = refunds;

export const listedColumns = {
  refund: { id, createdAt, amount, currency, status, reason, pendingReason, createdBy },
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
  refund: Pick<RefundRow, keyof typeof listedColumns.refund>;
  payment: {
    id: string;
    receiptEmail: string | null;
    type: string | null;
    brand: string | null;
    last4: string | null;
  };
  customer: ListedCustomer | null;
}

/** What this viewer may see of a refund: whose it was only with the permission to read customers. */
export function toListed(viewer: Viewer, { refund, payment, customer }: JoinedRow): ListedRefund {
  const seesPeople = may(viewer, "customers:read");
  const { type, brand, last4 } = payment;
  if (!isCurrency(refund.currency)) throw new Error(`Refund ${refund.id} is in ${refund.currency}`);
  return {
    ...refund,
    currency: refund.currency,
    payment: {
      id: payment.id,
      customer: seesPeople ? customer : null,
      receiptEmail: seesPeople ? payment.receiptEmail : null,
      method: type === null ? null : { type, brand, last4 },
    },
  };
}
