import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { browseCustomers } from "#lib/customers/browse-customers";

/** As many customers of one email address as a list follows. */
const most = 20;

/** Whom a filter means by a customer: an id as it is, an email address as those who have it. */
export async function findPayers(viewer: Viewer, customer: string): Promise<string[]> {
  if (!customer.includes("@")) return [customer];
  if (!may(viewer, "customers:read")) return [];
  const page = { direction: "older", from: null, size: most } as const;
  const { rows } = await browseCustomers(viewer, { email: customer, page });
  return rows.map(({ id }) => id);
}
