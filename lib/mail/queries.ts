import { and, desc, eq } from "drizzle-orm";
import { mails } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { MailRow } from "./send-to-customer.ts";

/** As many as a payment's page tells of. */
const shown = 10;

export type MailSummary = Pick<MailRow, "id" | "createdAt" | "kind" | "to" | "subject" | "state">;

/** What the customer of a payment was told, newest first: the last ten mails. */
export async function mailsOfPayment(viewer: Viewer, paymentIntentId: string): Promise<MailSummary[]> {
  authorize(viewer, "payments:read");
  return lastMails(await reader(viewer), paymentIntentId);
}

/** The same for the area that sends them, which authorized already. */
export function lastMails({ db, environmentId }: Handle, paymentIntentId: string): Promise<MailSummary[]> {
  const { id, createdAt, kind, to, subject, state } = mails;
  return db
    .select({ id, createdAt, kind, to, subject, state })
    .from(mails)
    .where(and(eq(mails.environmentId, environmentId), eq(mails.paymentIntentId, paymentIntentId)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(shown);
}
