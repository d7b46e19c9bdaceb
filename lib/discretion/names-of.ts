import { and, eq, inArray } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { TenantTable } from "#db/rows";
import { charges, customers, disputes, paymentIntents, refundApprovalLines, refunds } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { formerNames } from "./former-names.ts";

/** The ids of what leads to a customer: in a text that is one, or in an object that names what it belongs to. */
export function idsIn(value: unknown): string[] {
  if (typeof value === "string") return leads.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((member) => (typeof member === "string" ? idsIn(member) : []));
}

/** The same of all that stands somewhere in a text. */
export function idsWithin(text: string): string[] {
  return [...new Set(text.match(anywhere))];
}

const leads = /^(?:cus|pi|ch|py|re|du|rap)_[A-Za-z0-9]+$/;
const anywhere = /\b(?:cus|pi|ch|py|re|du|rap)_[A-Za-z0-9]+/g;

/** The names to hide from who is to be discreet in what is told of these objects; none to hide from others. */
export async function namesAbout(viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  if (!viewer.conceal) return [];
  // Read whole to know what to hide: nothing of it is shown.
  return namesOf(await reader({ ...viewer, conceal: undefined }), ids);
}

/** The names of the customers that these things are about, those they had before too, as `handle` reads them. */
export async function namesOf(handle: Handle, ids: readonly string[]): Promise<string[]> {
  const [names = []] = await namesOfEach(handle, [ids.filter((id) => leads.test(id))]);
  return names;
}

/** The same of many lists of ids, in as few reads as of one. */
export async function namesOfEach(
  handle: Handle,
  lists: readonly (readonly string[])[],
): Promise<string[][]> {
  const all = new Set(lists.flat());
  if (all.size === 0) return lists.map(() => []);
  const paymentsOf = await paymentsBehind(handle, [...all]);
  const people = new Map<string, string[]>();
  await addPayers(handle, [...all, ...[...paymentsOf.values()].flat()], people);
  return lists.map((list) => [
    ...new Set(
      list.flatMap((id) => [id, ...(paymentsOf.get(id) ?? [])]).flatMap((id) => people.get(id) ?? []),
    ),
  ]);
}

/** The payments of what is about one: of a run that waits for approval, of each of its refunds. */
async function paymentsBehind(handle: Handle, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { prefixes, table, id, payment } of behind) {
    const sought = startingWith(ids, prefixes);
    if (sought.length === 0) continue;
    const rows = await handle.db
      .select({ id, payment })
      .from(table)
      .where(and(eq(table.environmentId, handle.environmentId), inArray(id, sought)));
    for (const row of rows) add(found, String(row.id), [String(row.payment)]);
  }
  return found;
}

const behind: { prefixes: string[]; table: TenantTable; id: SQLiteColumn; payment: SQLiteColumn }[] = [
  { prefixes: ["ch_", "py_"], table: charges, id: charges.id, payment: charges.paymentIntentId },
  { prefixes: ["re_"], table: refunds, id: refunds.id, payment: refunds.paymentIntentId },
  { prefixes: ["du_"], table: disputes, id: disputes.id, payment: disputes.paymentIntentId },
  {
    prefixes: ["rap_"],
    table: refundApprovalLines,
    id: refundApprovalLines.approvalId,
    payment: refundApprovalLines.paymentIntentId,
  },
];

/** Adds who stands on these payments, and who these customers and the payments' own are and were, by id. */
async function addPayers(handle: Handle, ids: readonly string[], people: Map<string, string[]>) {
  const payments = await payersOf(handle, startingWith(ids, ["pi_"]));
  const known = startingWith([...ids, ...payments.map(({ customerId }) => customerId ?? "")], ["cus_"]);
  for (const customer of await customersOf(handle, known)) {
    const { id, name, individualName, businessName, shipping } = customer;
    add(people, id, said([name, individualName, businessName, shipping?.name]));
  }
  for (const [id, names] of await formerNames(handle, known)) add(people, id, names);
  for (const { id, customerId, shipping, billing, sent } of payments) {
    add(people, id, said([shipping?.name, billing?.name, sent?.name]));
    add(people, id, people.get(customerId ?? "") ?? []);
  }
}

/** Each payment with each of its attempts. */
async function payersOf({ db, environmentId }: Handle, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: paymentIntents.id,
      customerId: paymentIntents.customerId,
      shipping: paymentIntents.shipping,
      billing: charges.billingDetails,
      sent: charges.shipping,
    })
    .from(paymentIntents)
    .leftJoin(
      charges,
      and(
        eq(charges.environmentId, paymentIntents.environmentId),
        eq(charges.paymentIntentId, paymentIntents.id),
      ),
    )
    .where(and(eq(paymentIntents.environmentId, environmentId), inArray(paymentIntents.id, ids)));
}

async function customersOf({ db, environmentId }: Handle, ids: string[]) {
  if (ids.length === 0) return [];
  const { id, name, individualName, businessName, shipping } = customers;
  return db
    .select({ id, name, individualName, businessName, shipping })
    .from(customers)
    .where(and(eq(customers.environmentId, environmentId), inArray(id, ids)));
}

function startingWith(ids: readonly string[], prefixes: readonly string[]): string[] {
  return [...new Set(ids.filter((id) => prefixes.some((prefix) => id.startsWith(prefix))))];
}

function add(to: Map<string, string[]>, id: string, values: readonly string[]): void {
  to.set(id, [...(to.get(id) ?? []), ...values]);
}

function said(names: readonly (string | null | undefined)[]): string[] {
  return names.filter((name) => typeof name === "string");
}
