import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { linkTokens } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { hour } from "#lib/clock";
import { hashOfLinkToken, newLinkToken } from "./link-token.ts";

export type LinkPurpose = "password" | "two_step";

/** Milliseconds that a link in a mail works. */
export const linkLasts = hour;

/** Makes the secret of a link for one person and purpose; earlier ones of the same open nothing any more. */
export async function makeLinkToken(db: Db, personId: string, purpose: LinkPurpose): Promise<string> {
  const token = newLinkToken();
  const now = Date.now();
  await db
    .update(linkTokens)
    .set({ usedAt: now })
    .where(
      and(eq(linkTokens.personId, personId), eq(linkTokens.purpose, purpose), isNull(linkTokens.usedAt)),
    );
  await db.insert(linkTokens).values({
    hash: hashOfLinkToken(token),
    purpose,
    personId,
    createdAt: now,
    expiresAt: now + linkLasts,
    usedAt: null,
  });
  return token;
}

/** Whose link this is while it can be followed; null for one that is unknown, used or old. */
export async function ownerOfLink(token: string, purpose: LinkPurpose): Promise<string | null> {
  const { db } = await globalReader();
  const [row] = await db.select().from(linkTokens).where(usable(token, purpose));
  return row?.personId ?? null;
}

/** Uses a link up: whose it was, or null. Of two at once one gets it. */
export async function takeLink(db: Db, token: string, purpose: LinkPurpose): Promise<string | null> {
  const [row] = await db
    .update(linkTokens)
    .set({ usedAt: Date.now() })
    .where(usable(token, purpose))
    .returning({ personId: linkTokens.personId });
  return row?.personId ?? null;
}

function usable(token: string, purpose: LinkPurpose) {
  return and(
    eq(linkTokens.hash, hashOfLinkToken(token)),
    eq(linkTokens.purpose, purpose),
    isNull(linkTokens.usedAt),
    gt(linkTokens.expiresAt, Date.now()),
  );
}
