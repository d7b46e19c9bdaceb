import type { Permission } from "#lib/auth/permissions";
import type { Tx } from "#lib/auth/viewer";
import { config } from "#lib/config";
import type { Locale } from "#lib/i18n/locale";
import { newId } from "#lib/ids";
import type { TeamMailKind } from "./kinds.ts";
import { type Letter, letterHtml, letterText } from "./letter.ts";
import { linkMark, sealLink } from "./link.ts";
import { type MailRow, post, stateToBegin } from "./post.ts";

export interface TeamMail {
  kind: TeamMailKind;
  to: string;
  /** Null for who cannot sign in yet. */
  personId: string | null;
  language: Locale;
  letter: Pick<Letter, "title" | "introduction" | "lines" | "foot">;
  link: { label: string; path: string } & LinkReaders;
  /** Where its reader chooses what they are written about: for mails that one may do without. */
  preferences?: { label: string; path: string };
  /** What it is about, such as an invitation. */
  subjectId: string;
}

/** Who may read the link in the outbox: without `readers` it lets nobody in, and is no secret. */
type LinkReaders = { readers?: Permission | "operator" };

/** Writes to one of the team, or who is to be. It leaves from a test environment too: no customer reads it. */
export function sendToTeam(tx: Tx, mail: TeamMail): Promise<MailRow> {
  const id = newId("mail", tx.now);
  const { kind, to, personId, language, subjectId, link, preferences } = mail;
  const href = config().publicUrl + link.path;
  const isSecret = link.readers !== undefined;
  const letter: Letter = {
    ...mail.letter,
    from: tx.viewer.environment.accountName,
    banner: null,
    total: null,
    link: { label: link.label, href: isSecret ? linkMark(id) : href },
    preferences: preferences && { label: preferences.label, href: config().publicUrl + preferences.path },
  };
  const parts = {
    id,
    kind,
    to,
    personId,
    language,
    subjectId,
    subject: letter.title,
    text: letterText(letter, language),
    html: letterHtml(letter, language),
    sealedLink: isSecret ? sealLink(id, href) : null,
    linkReaders: link.readers === "operator" ? null : (link.readers ?? null),
  };
  return post(tx, parts, stateToBegin());
}
