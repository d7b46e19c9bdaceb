import type { Permission } from "#lib/auth/permissions";
import type { Tx } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import type { CustomerMailKind } from "./kinds.ts";
import { type MailRow, post, stateToBegin } from "./post.ts";

export interface CustomerMail {
  kind: CustomerMailKind;
  to: string;
  language: Locale;
  subject: string;
  text: string;
  html: string;
  /** What it is about, such as a charge. */
  subjectId: string;
  paymentIntentId: string | null;
  /** For a text with a link that lets its bearer do something: its mark is made of the id. */
  id?: string;
  sealedLink?: string;
  /** Who may read that link in the outbox; null: the operator alone. */
  linkReaders?: Permission | null;
}

/**
 * Puts a mail to a customer into the outbox, in the transaction that causes it. In a test environment it stays
 * there, marked as what would be sent: a test never writes to anybody.
 */
export function sendToCustomer(tx: Tx, mail: CustomerMail): Promise<MailRow> {
  return post(tx, mail, tx.viewer.environment.kind === "test" ? "would_be_sent" : stateToBegin());
}
