import { find, update } from "#db/rows";
import { mails } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { senderOf } from "#lib/accounts/sender";
import { isToCustomer } from "./kinds.ts";
import { withLink } from "./link.ts";
import type { MailRow } from "./post.ts";
import { isRefusedForGood, sendOverSmtp } from "./smtp.ts";

/** Over about two hours, as jobs are put off longer each time. */
const mostAttempts = 12;

/** Sends one queued mail. Throws to be tried again later; a mail that cannot be sent stays as failed, with why. */
export async function deliverMail(viewer: Viewer, { mailId }: { mailId: string }): Promise<void> {
  const mail = await find(await reader(viewer), mails, mailId);
  if (mail?.state !== "queued") return;
  try {
    await send(viewer, mail);
  } catch (error) {
    const isOver = isRefusedForGood(error) || mail.attempts + 1 >= mostAttempts;
    await note(viewer, mail, {
      state: isOver ? "failed" : "queued",
      attempts: mail.attempts + 1,
      lastError: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    });
    if (!isOver) throw error;
    return;
  }
  await note(viewer, mail, {
    state: "sent",
    attempts: mail.attempts + 1,
    lastError: null,
    sealedLink: null,
    sentAt: viewer.now(),
  });
}

async function send({ environment }: Viewer, mail: MailRow): Promise<void> {
  const sender = await senderOf(environment);
  const { id, to, subject } = mail;
  const { text, html } = withLink(mail);
  const replyTo = isToCustomer(mail.kind) ? sender.supportEmail : null;
  await sendOverSmtp({ id, from: sender.name, replyTo, to, subject, text, html });
}

function note(viewer: Viewer, { id }: MailRow, patch: Partial<MailRow>): Promise<void> {
  return transaction(viewer, async (tx) => {
    const mail = await find(tx, mails, id);
    if (mail?.state === "queued") await update(tx, mails, id, patch);
  });
}
