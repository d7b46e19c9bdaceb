import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { linkTokens } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { hour } from "#lib/clock";
import { hashOfLinkToken, newLinkToken } from "./link-token.ts";

type LinkToken = typeof linkTokens.$inferSelect;
type LinkPurpose = LinkToken["purpose"];

/** Milliseconds that a link in a mail works. */
export const linkLasts = hour;

/**
 * Makes the secret of a link for one person and purpose; earlier ones of the same open nothing any more. `email`: the
 * address that it confirms.
 */
export async function makeLinkToken(
  db: Db,
  personId: string,
  purpose: LinkPurpose,
  email: string | null = null,
): Promise<string> {
  const token = newLinkToken();
  const now = Date.now();
  await useUp(db, and(eq(linkTokens.personId, personId), eq(linkTokens.purpose, purpose)));
  await db.insert(linkTokens).values({
    hash: hashOfLinkToken(token),
    purpose,
    personId,
    email,
    createdAt: now,
    expiresAt: now + linkLasts,
    usedAt: null,
  });
  return token;
}

/** A link while it can be followed; null for one that is unknown, used or old. */
export async function findLink(token: string, purpose: LinkPurpose): Promise<LinkToken | null> {
  const { db } = await globalReader();
  const [row] = await db.select().from(linkTokens).where(usable(token, purpose));
  return row ?? null;
}

/** Uses a link up and answers it, or null. Of two at once one gets it. */
export async function takeLink(db: Db, token: string, purpose: LinkPurpose): Promise<LinkToken | null> {
  const [row] = await useUp(db, usable(token, purpose));
  return row ?? null;
}

/** Lets no link that was mailed to this person open anything any more. */
export async function endLinks(db: Db, personId: string): Promise<void> {
  await useUp(db, eq(linkTokens.personId, personId));
}

/** Lets no link to a new address of this person open anything any more: whoever asked for it may be who was put out. */
export async function endEmailChange(db: Db, personId: string): Promise<void> {
  await useUp(db, and(eq(linkTokens.personId, personId), eq(linkTokens.purpose, "email")));
}

function useUp(db: Db, which: SQL | undefined): Promise<LinkToken[]> {
  return db
    .update(linkTokens)
    .set({ usedAt: Date.now() })
    .where(and(which, isNull(linkTokens.usedAt)))
    .returning();
}

function usable(token: string, purpose: LinkPurpose): SQL | undefined {
  return and(
    eq(linkTokens.hash, hashOfLinkToken(token)),
    eq(linkTokens.purpose, purpose),
    isNull(linkTokens.usedAt),
    gt(linkTokens.expiresAt, Date.now()),
  );
}
