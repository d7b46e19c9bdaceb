import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { browseCustomers } from "#lib/customers/browse-customers";
import { emailKey } from "#lib/email-key";
import type { PaymentFilters } from "./payment-filters.ts";

/** As many customers of one email address as a list follows. */
const most = 20;

export type Payers = Pick<PaymentFilters, "customerIds" | "payerEmail">;

/** Whom a filter means by a customer: an id as it is, an email address as those who have it or paid with it. */
export async function findPayers(viewer: Viewer, customer: string): Promise<Payers> {
  if (!customer.includes("@")) return { customerIds: [customer] };
  if (!may(viewer, "customers:read")) return { customerIds: [] };
  const page = { direction: "older", from: null, size: most } as const;
  const { rows } = await browseCustomers(viewer, { email: customer, page });
  return { customerIds: rows.map(({ id }) => id), payerEmail: emailKey(customer) };
}
