import { customers, paymentIntents } from "#db/schema/index";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Currency, isCurrency } from "#lib/money";
import type { PaymentStatus } from "./payment-filters.ts";

/** A payment as a list shows it. */
export interface ListedPayment {
  id: string;
  createdAt: number;
  /** What was asked for, minor units: what lists compare. */
  amount: number;
  /** What came in, minor units: of a payment captured in part, less. */
  received: number;
  amountRefunded: number;
  currency: Currency;
  status: PaymentStatus;
  /** Why it was not paid: the bank's decline code, or the error's. */
  failure: string | null;
  method: { type: string; brand: string | null; last4: string | null } | null;
  customer: ListedCustomer | null;
  /** Where the receipt goes, or else how the payer is reached: what is known of a guest. */
  receiptEmail: string | null;
  description: string | null;
}

/** What a list shows of a customer. */
export const customerColumns = {
  id: customers.id,
  name: customers.name,
  individualName: customers.individualName,
  businessName: customers.businessName,
  email: customers.email,
};

export type ListedCustomer = Pick<
  typeof customers.$inferSelect,
  "id" | "name" | "individualName" | "businessName" | "email"
>;

const {
  id,
  createdAt,
  amount,
  amountReceived,
  amountRefunded,
  currency,
  paymentStatus,
  methodType,
  brand,
  last4,
} = paymentIntents;
const { description, receiptEmail, payerEmail, lastPaymentError } = paymentIntents;

export const listedColumns = {
  ...{
    id,
    createdAt,
    amount,
    amountReceived,
    amountRefunded,
    currency,
    paymentStatus,
    methodType,
    brand,
    last4,
  },
  ...{ description, receiptEmail, payerEmail, lastPaymentError },
  customer: customerColumns,
};

interface ListedRow extends Pick<
  typeof paymentIntents.$inferSelect,
  Exclude<keyof typeof listedColumns, "customer">
> {
  customer: ListedCustomer | null;
}

/** What this viewer may see of a payment: who the customer is only with the permission to read customers. */
export function toListed(viewer: Viewer, row: ListedRow): ListedPayment {
  const seesPeople = may(viewer, "customers:read");
  if (!isCurrency(row.currency)) throw new Error(`Payment ${row.id} is in ${row.currency}`);
  return {
    id: row.id,
    createdAt: row.createdAt,
    amount: row.amount,
    received: row.amountReceived,
    amountRefunded: row.amountRefunded,
    currency: row.currency,
    status: row.paymentStatus,
    failure: failureOf(row),
    method: row.methodType === null ? null : { type: row.methodType, brand: row.brand, last4: row.last4 },
    customer: seesPeople ? row.customer : null,
    receiptEmail: seesPeople ? (row.receiptEmail ?? row.payerEmail) : null,
    description: row.description,
  };
}

const unpaid: readonly PaymentStatus[] = ["failed", "blocked", "incomplete"];

function failureOf({ paymentStatus, lastPaymentError }: ListedRow): string | null {
  if (!unpaid.includes(paymentStatus)) return null;
  const reason = lastPaymentError?.decline_code ?? lastPaymentError?.code;
  return typeof reason === "string" ? reason : null;
}
