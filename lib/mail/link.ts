import { seal, unseal } from "#lib/seal";
import type { MailRow } from "./post.ts";

type Parts = Pick<MailRow, "id" | "text" | "html" | "sealedLink">;

/** What stands in a mail's texts where the address that lets its bearer in belongs. */
export function linkMark(mailId: string): string {
  return `https://link.invalid/${mailId}`;
}

/** Seals the address, so that a copy of the database lets nobody in. */
export function sealLink(mailId: string, href: string): string {
  return seal(`link of ${mailId}`, href);
}

/** The texts with the address in its place, for who is to have it. */
export function withLink({ id, text, html, sealedLink }: Parts): { text: string; html: string } {
  if (sealedLink === null) return { text, html };
  const href = unseal(`link of ${id}`, sealedLink);
  const put = (body: string) => body.replaceAll(linkMark(id), () => href);
  return { text: put(text), html: put(html) };
}
