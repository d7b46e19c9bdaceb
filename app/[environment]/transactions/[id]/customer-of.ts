import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { getCustomerOrDeleted } from "#lib/customers/queries";
import type { CustomerRow } from "#lib/customers/wire";

/** The customer of a payment, for those who may see customers. */
export async function customerOf(viewer: Viewer, id: string | null): Promise<CustomerRow | null> {
  return id !== null && may(viewer, "customers:read") ? getCustomerOrDeleted(viewer, id) : null;
}
