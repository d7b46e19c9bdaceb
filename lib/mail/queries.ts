import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { mails } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize, isPermission, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { withLink } from "./link.ts";
import type { MailRow } from "./post.ts";

/** As many as a payment's page tells of. */
const shown = 10;

export type MailSummary = Pick<MailRow, "id" | "createdAt" | "kind" | "to" | "subject" | "state">;

/** A page of the environment's mail, newest first, also what was not or will not be sent. Needs outbox:read. */
export function listMails(viewer: Viewer, request: PageRequest): Promise<Page<MailRow>> {
  authorize(viewer, "outbox:read");
  return pageRows(viewer, { table: mails, kind: "mail", request });
}

/** A mail as the outbox shows it. */
export interface ReadMail {
  mail: MailRow;
  text: string;
  html: string;
  /** It holds an address that lets its bearer in, and this viewer is not to have it. */
  isLinkWithheld: boolean;
}

/** One mail of the environment, or a 404. Needs outbox:read, and what its link lets in takes more. */
export async function getMail(viewer: Viewer, id: string): Promise<ReadMail> {
  authorize(viewer, "outbox:read");
  const mail = await find(await reader(viewer), mails, id);
  if (!mail) throw notFound("mail", id);
  const isLinkWithheld = mail.sealedLink !== null && !mayReadLink(viewer, mail);
  return { mail, isLinkWithheld, ...(isLinkWithheld ? mail : withLink(mail)) };
}

/** Whoever reads the link can act as its recipient: so it is for who could have given them as much. */
function mayReadLink(viewer: Viewer, { linkReaders }: MailRow): boolean {
  if (viewer.door === "operator") return true;
  return linkReaders !== null && isPermission(linkReaders) && may(viewer, linkReaders);
}

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
