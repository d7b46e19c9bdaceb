import { and, eq } from "drizzle-orm";
import { find } from "#db/rows";
import {
  balanceTransactions,
  charges,
  customers,
  events,
  paymentIntents,
  paymentMethods,
  refunds,
} from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { browseCustomers } from "#lib/customers/browse-customers";
import type { CustomerRow } from "#lib/customers/wire";
import { isDomainError } from "#lib/errors";
import { paths } from "#lib/paths";
import { findPayers } from "#lib/payments/list/find-payers";
import { listPayments } from "#lib/payments/list-payments";
import { getRequest } from "#lib/request-log/queries";

/** What something pasted into the search field leads to. */
export type Found =
  /** The page of the thing itself. */
  | { kind: "page"; path: string }
  /** Everybody with this email, `more`: not all of them are here; and the list of what was paid with it. */
  | { kind: "customers"; email: string; customers: CustomerRow[]; more: boolean; payments: string | null }
  | { kind: "nothing" };

const shownCustomers = 20;
const firstPage = { direction: "older", from: null } as const;
const nothing: Found = { kind: "nothing" };

/**
 * Finds what a person pasted: an id of almost any object, an email address or a receipt's number. What the viewer
 * may not read is not found.
 */
export async function findPasted(viewer: Viewer, text: string): Promise<Found> {
  const query = text.trim();
  if (/^[^\s@]+@[^\s@]+$/.test(query)) return byEmail(viewer, query);
  const path = await pathOf(viewer, query);
  return path === null ? nothing : { kind: "page", path };
}

async function byEmail(viewer: Viewer, email: string): Promise<Found> {
  if (!may(viewer, "customers:read")) return nothing;
  const page = await browseCustomers(viewer, { email, page: { ...firstPage, size: shownCustomers } });
  const payments = await paymentsWith(viewer, email);
  if (page.rows.length === 0 && payments !== null) return { kind: "page", path: payments };
  return { kind: "customers", email, customers: page.rows, more: page.older !== null, payments };
}

/** The list of the payments of whoever has this email; null where there is none. */
async function paymentsWith(viewer: Viewer, email: string): Promise<string | null> {
  if (!may(viewer, "payments:read")) return null;
  const filters = await findPayers(viewer, email);
  const { rows } = await listPayments(viewer, { filters, page: { ...firstPage, size: 1 } });
  return rows.length > 0 ? paths.paymentsOf(viewer, email) : null;
}

async function pathOf(viewer: Viewer, query: string): Promise<string | null> {
  if (/^\d{4}-\d{4}$/.test(query))
    return paymentPath(viewer, await paymentOfReceipt(await reader(viewer), query));
  const [, prefix] = /^([a-z]+)_[0-9A-Za-z]{1,100}$/.exec(query) ?? [];
  const lookUp = prefix === undefined ? undefined : lookUps[prefix];
  return lookUp ? lookUp(viewer, query) : null;
}

type LookUp = (viewer: Viewer, id: string) => Promise<string | null>;

const ofCharge: LookUp = async (viewer, id) =>
  paymentPath(viewer, (await find(await reader(viewer), charges, id))?.paymentIntentId);

const ofRefund: LookUp = async (viewer, id) =>
  paymentPath(viewer, (await find(await reader(viewer), refunds, id))?.paymentIntentId);

/** By what an id begins with. */
const lookUps: Record<string, LookUp | undefined> = {
  pi: async (viewer, id) => paymentPath(viewer, (await find(await reader(viewer), paymentIntents, id))?.id),
  ch: ofCharge,
  py: ofCharge,
  re: ofRefund,
  pyr: ofRefund,
  cus: ofCustomer,
  pm: ofPaymentMethod,
  txn: ofBalanceTransaction,
  evt: ofEvent,
  req: ofRequest,
};

async function ofCustomer(viewer: Viewer, id: string): Promise<string | null> {
  const row = may(viewer, "customers:read") ? await find(await reader(viewer), customers, id) : undefined;
  return row && row.deletedAt === null ? paths.customer(viewer, row.id) : null;
}

async function ofPaymentMethod(viewer: Viewer, id: string): Promise<string | null> {
  const row = await find(await reader(viewer), paymentMethods, id);
  return row?.customerId ? ofCustomer(viewer, row.customerId) : null;
}

async function ofBalanceTransaction(viewer: Viewer, id: string): Promise<string | null> {
  const row = await find(await reader(viewer), balanceTransactions, id);
  return row ? pathOf(viewer, row.sourceId) : null;
}

async function ofEvent(viewer: Viewer, id: string): Promise<string | null> {
  const row = may(viewer, "events:read") ? await find(await reader(viewer), events, id) : undefined;
  return row ? pathOf(viewer, row.paymentIntentId ?? row.objectId) : null;
}

async function ofRequest(viewer: Viewer, id: string): Promise<string | null> {
  if (!may(viewer, "events:read")) return null;
  try {
    return paths.requestLog(viewer, (await getRequest(viewer, id)).id);
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

async function paymentOfReceipt({ db, environmentId }: Handle, number: string): Promise<string | undefined> {
  const [charge] = await db
    .select({ paymentId: charges.paymentIntentId })
    .from(charges)
    .where(and(eq(charges.environmentId, environmentId), eq(charges.receiptNumber, number)));
  return charge?.paymentId;
}

function paymentPath(viewer: Viewer, id: string | undefined): string | null {
  return id !== undefined && may(viewer, "payments:read") ? paths.payment(viewer, id) : null;
}
