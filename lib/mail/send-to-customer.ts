import { insert } from "#db/rows";
import { mails } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";

export type MailRow = typeof mails.$inferSelect;

export interface CustomerMail {
  /** What it is, such as `receipt`. */
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What it is about, such as a charge. */
  subjectId: string;
  paymentIntentId: string | null;
}

/**
 * Puts a mail to a customer into the outbox, in the transaction that causes it. In a test environment it stays
 * there, marked as what would be sent: a test never writes to anybody.
 */
export function sendToCustomer(tx: Tx, mail: CustomerMail): Promise<MailRow> {
  const state = tx.viewer.environment.kind === "test" ? "would_be_sent" : "queued";
  return insert(tx, mails, { ...mail, id: newId("mail", tx.now), createdAt: tx.now, state });
}
