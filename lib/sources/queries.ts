import { and, eq, isNotNull } from "drizzle-orm";
import { find } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { notFound } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";

export type SourceObject = NonNullable<PaymentMethodRow["sourceObject"]>;

/** A card, bank account or source of a customer. `object`: only of this kind. */
export interface NamedSource {
  customerId: string;
  id: string;
  object?: SourceObject | undefined;
}

/** One card, bank account or source of one customer; another's is a 404. */
export async function getCustomerSource(viewer: Viewer, named: NamedSource): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:read");
  return findCustomerSource(await reader(viewer), named);
}

/** As `getCustomerSource`, for commands: inside their transaction, authorized by them. */
export async function findCustomerSource(
  handle: Handle,
  { customerId, id, object }: NamedSource,
): Promise<PaymentMethodRow> {
  await findCustomer(handle, customerId);
  const row = await find(handle, paymentMethods, id);
  const isMeant = row?.customerId === customerId && row.sourceObject !== null;
  if (!isMeant || (object !== undefined && row.sourceObject !== object)) throw notFound("source", id);
  return row;
}

/** A customer's cards, bank accounts and sources, newest first. */
export async function listCustomerSources(
  viewer: Viewer,
  request: PageRequest,
  { customerId, object }: { customerId: string; object?: SourceObject | undefined },
): Promise<Page<PaymentMethodRow>> {
  authorize(viewer, "customers:read");
  await findCustomer(await reader(viewer), customerId);
  return pageRows(viewer, {
    table: paymentMethods,
    kind: "source",
    request,
    filters: { customerId, sourceObject: object },
    also: { key: "sources", condition: isNotNull(paymentMethods.sourceObject), values: {} },
  });
}

/** The bank accounts that a customer has. For commands, authorized by them. */
export function bankAccountsOf(handle: Handle, customer: string): Promise<PaymentMethodRow[]> {
  const { environmentId, customerId, sourceObject } = paymentMethods;
  return handle.db
    .select()
    .from(paymentMethods)
    .where(
      and(
        eq(environmentId, handle.environmentId),
        eq(customerId, customer),
        eq(sourceObject, "bank_account"),
      ),
    );
}

/** One source, by itself. */
export async function getSource(viewer: Viewer, id: string): Promise<PaymentMethodRow> {
  authorize(viewer, "payments:read");
  return findSource(await reader(viewer), id);
}

/** As `getSource`, for commands: inside their transaction, authorized by them. */
export async function findSource(handle: Handle, id: string, param = "source"): Promise<PaymentMethodRow> {
  const row = await find(handle, paymentMethods, id);
  if (row?.sourceObject !== "source") throw notFound("source", id, param);
  return row;
}

/** Whatever a customer's `default_source` names, for whoever may see customers. */
export async function getAnySource(viewer: Viewer, id: string): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:read");
  const row = await find(await reader(viewer), paymentMethods, id);
  if (!row || row.sourceObject === null) throw notFound("source", id);
  return row;
}
