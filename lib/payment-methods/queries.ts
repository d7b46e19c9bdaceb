import { sql } from "drizzle-orm";
import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { type Handle, reader, transaction } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { processor } from "#lib/processors/index";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";
import { methodTypes } from "./every-type.ts";
import type { PaymentMethodRow } from "./wire.ts";

/** One payment method. A well-known id such as `pm_card_visa` makes a new one. */
export async function getPaymentMethod(viewer: Viewer, id: string): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:read");
  if (processor().wellKnown(id)) return transaction(viewer, (tx) => resolvePaymentMethod(tx, id));
  return findPaymentMethod(await reader(viewer), id);
}

/** One payment method of one customer; another's is a 404. */
export async function getCustomersPaymentMethod(
  viewer: Viewer,
  { customerId, id }: { customerId: string; id: string },
): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:read");
  const row = await findPaymentMethod(await reader(viewer), id);
  if (row.customerId !== customerId) throw notFound("PaymentMethod", id, "payment_method");
  return row;
}

export async function findPaymentMethod(handle: Handle, id: string): Promise<PaymentMethodRow> {
  const row = await find(handle, paymentMethods, id);
  if (!row) throw notFound("PaymentMethod", id, "payment_method");
  return row;
}

/** A bank account is none before its holder proved that it is theirs. */
const isUsable = sql`(${paymentMethods.sourceStatus} is null or ${paymentMethods.sourceStatus} in ('verified', 'chargeable'))`;

export interface PaymentMethodFilters {
  customerId: string | undefined;
  type?: PaymentMethodRow["type"];
  allowRedisplay?: PaymentMethodRow["allowRedisplay"];
}

/** A customer's payment methods, newest first; without a customer none, as the API has it. */
export async function listPaymentMethods(
  viewer: Viewer,
  request: PageRequest,
  filters: PaymentMethodFilters,
): Promise<Page<PaymentMethodRow>> {
  authorize(viewer, "customers:read");
  if (filters.customerId === undefined) return { rows: [], hasMore: false };
  return pageRows(viewer, {
    table: paymentMethods,
    kind: "PaymentMethod",
    request,
    filters: { ...filters },
    also: { key: "usable", condition: isUsable, values: {} },
  });
}

/** The type of a payment method as a caller names it, in `param`. Throws for what does not exist here. */
export function methodType(type: string, param = "type"): PaymentMethodRow["type"] {
  const known = methodTypes.find((each) => each === type);
  if (known) return known;
  throw invalid(
    `The payment method type "${type}" is invalid. Choose one of card, customer_balance, sepa_debit or us_bank_account.`,
    { param },
  );
}
