import { and, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { charges, customers, disputes, paymentIntents } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { maskNamesIn } from "./masks.ts";

/** Something that colleagues write about. */
interface Subject {
  kind: "payment" | "customer" | "dispute";
  id: string;
}

/** What hides, from who is to be discreet, the names of the customer that a thing is about in what was written of it. */
export async function hidingNames(viewer: Viewer, subject: Subject): Promise<(text: string) => string> {
  const names = await namesHidden(viewer, [subject]);
  return (text) => maskNamesIn(text, names);
}

/** What stands on an object in the words of the business. */
interface Written {
  description: string | null;
  metadata?: Record<string, string>;
}

/** Hides them in what is written on the thing itself, as a payment's description says who paid. */
export async function withoutNames<Row extends Written>(
  viewer: Viewer,
  subject: Subject,
  row: Row,
): Promise<Row> {
  if (!viewer.conceal) return row;
  const hide = await hidingNames(viewer, subject);
  const { description, metadata } = row;
  return {
    ...row,
    description: description && hide(description),
    ...(metadata && {
      metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, hide(value)])),
    }),
  };
}

/** The names to hide from who is to be discreet in what is told of these objects; none to hide from others. */
export function namesAbout(viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  const subjects = ids.flatMap((id): Subject[] => {
    const kind = kinds[id.split("_")[0] ?? ""];
    return kind ? [{ kind, id }] : [];
  });
  return namesHidden(viewer, subjects);
}

const kinds: Record<string, Subject["kind"] | undefined> = { cus: "customer", pi: "payment", du: "dispute" };

async function namesHidden(viewer: Viewer, subjects: readonly Subject[]): Promise<string[]> {
  if (!viewer.conceal) return [];
  // Read whole to know what to hide: nothing of it is shown.
  const whole = await reader({ ...viewer, conceal: undefined });
  const names = await Promise.all(subjects.map((subject) => namesOf(whole, subject)));
  return names.flat();
}

/** The names of the customer that a thing is about, as they stand on what `handle` reads. */
export async function namesOf(handle: Handle, { kind, id }: Subject): Promise<string[]> {
  if (kind === "customer") return customerNames(handle, id);
  if (kind === "payment") return payerNames(handle, id);
  const dispute = await find(handle, disputes, id);
  return dispute ? payerNames(handle, dispute.paymentIntentId) : [];
}

async function payerNames(handle: Handle, paymentId: string): Promise<string[]> {
  const payment = await find(handle, paymentIntents, paymentId);
  const paid = await handle.db
    .select({ billing: charges.billingDetails, shipping: charges.shipping })
    .from(charges)
    .where(and(eq(charges.environmentId, handle.environmentId), eq(charges.paymentIntentId, paymentId)));
  const written = paid.flatMap(({ billing, shipping }) => [billing.name, shipping?.name]);
  const ofCustomer = payment?.customerId ? await customerNames(handle, payment.customerId) : [];
  return [...ofCustomer, payment?.shipping?.name, ...written].filter((name) => typeof name === "string");
}

async function customerNames(handle: Handle, id: string): Promise<string[]> {
  const customer = await find(handle, customers, id);
  const names = [customer?.name, customer?.individualName, customer?.businessName, customer?.shipping?.name];
  return names.filter((name) => typeof name === "string");
}
