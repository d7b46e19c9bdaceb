import { find, update } from "#db/rows";
import { mails } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { maskEmail, maskEmailsIn } from "#lib/discretion/masks";
import { conflict, notFound } from "#lib/errors";
import { haveDelivered } from "./post.ts";

/** Tries a mail that failed again, from the beginning. Needs outbox:read. */
export function retryMail(viewer: Viewer, { id }: { id: string }): Promise<string> {
  authorize(viewer, "outbox:read");
  return transaction(viewer, async (tx) => {
    const mail = await find(tx, mails, id);
    if (!mail) throw notFound("mail", id);
    if (mail.state !== "failed") throw conflict("This mail has not failed.", "mail_not_failed");
    await update(tx, mails, id, { state: "queued", attempts: 0, lastError: null });
    await haveDelivered(tx, id);
    const { to, kind, state, attempts, lastError } = mail;
    await audit(tx, "mail.retried", {
      subject: id,
      before: { state, attempts, error: lastError && maskEmailsIn(lastError) },
      after: { to: maskEmail(to), kind, state: "queued" },
    });
    return id;
  });
}
