import { and, eq, inArray } from "drizzle-orm";
import { customers, paymentIntents as payment } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { customerColumns, type ListedCustomer } from "./listed-payment.ts";

/** What a list of something else shows of the payment it is about. */
export interface BriefPayment {
  id: string;
  description: string | null;
  /** Who paid: only for who may read customers. */
  customer: ListedCustomer | null;
  receiptEmail: string | null;
  method: { type: string; brand: string | null; last4: string | null } | null;
}

/** Adds to each row the payment it is about. */
export async function withPayments<Row extends { paymentIntentId: string }>(
  viewer: Viewer,
  handle: Handle,
  rows: readonly Row[],
): Promise<(Row & { payment: BriefPayment })[]> {
  const ids = [...new Set(rows.map(({ paymentIntentId }) => paymentIntentId))];
  const found = ids.length === 0 ? [] : await readBrief(handle, ids);
  const byId = new Map(found.map((each) => [each.id, each]));
  const seesPeople = may(viewer, "customers:read");
  return rows.map((row) => {
    const paid = byId.get(row.paymentIntentId);
    if (!paid) throw new Error(`${row.paymentIntentId} is not in this environment`);
    const { id, description, customer, receiptEmail, type, brand, last4 } = paid;
    const known = seesPeople ? { customer, receiptEmail } : { customer: null, receiptEmail: null };
    const method = type === null ? null : { type, brand, last4 };
    return { ...row, payment: { id, description, ...known, method } };
  });
}

function readBrief({ db, environmentId }: Handle, ids: readonly string[]) {
  return db
    .select({
      id: payment.id,
      description: payment.description,
      receiptEmail: payment.receiptEmail,
      type: payment.methodType,
      brand: payment.brand,
      last4: payment.last4,
      customer: customerColumns,
    })
    .from(payment)
    .leftJoin(
      customers,
      and(eq(customers.environmentId, payment.environmentId), eq(customers.id, payment.customerId)),
    )
    .where(and(eq(payment.environmentId, environmentId), inArray(payment.id, [...ids])));
}
