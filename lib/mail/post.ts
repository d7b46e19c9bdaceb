import { insert } from "#db/rows";
import { mails } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";

export type MailRow = typeof mails.$inferSelect;

type NewMail = Pick<MailRow, "kind" | "to" | "language" | "subject" | "text" | "html"> & Partial<MailRow>;

/** Writes a mail into the outbox and, if it is to leave, has it delivered once the transaction is durable. */
export async function post(tx: Tx, mail: NewMail, state: MailRow["state"]): Promise<MailRow> {
  const row = await insert(tx, mails, {
    id: newId("mail", tx.now),
    ...mail,
    createdAt: tx.now,
    state,
    attempts: 0,
  });
  if (state === "queued") await haveDelivered(tx, row.id);
  return row;
}

/** Without a mail server nothing leaves: mail is kept for who may read the outbox. */
export function stateToBegin(): "queued" | "kept" {
  return config().smtp ? "queued" : "kept";
}

/** Puts the delivery of a mail among the jobs. */
export function haveDelivered(tx: Tx, mailId: string): Promise<void> {
  return enqueue(tx, "mail.deliver", { mailId }, { runAt: tx.now, uniqueKey: `mail.deliver:${mailId}` });
}
