import { and, asc, count, eq, isNotNull, isNull } from "drizzle-orm";
import { accounts, invitations, people } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { hashOfLinkToken } from "#lib/auth/link-token";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { notFound } from "#lib/errors";

export type Invitation = typeof invitations.$inferSelect;
export type InvitationState = "open" | "expired" | "accepted" | "revoked";

/** Milliseconds that an invitation can be accepted for. */
export const invitationLasts = 10 * day;

/** What only one open invitation has: an account and an email. */
export function openKeyOf(accountId: string, email: string): string {
  return `${accountId}:${email}`;
}

/** Where an invitation stands. Like sessions, invitations live on the system's clock: they are no environment's. */
export function stateOfInvitation(
  { acceptedAt, revokedAt, expiresAt }: Pick<Invitation, "acceptedAt" | "revokedAt" | "expiresAt">,
  now = Date.now(),
): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (revokedAt !== null) return "revoked";
  return expiresAt > now ? "open" : "expired";
}

type ListedInvitation = Invitation & { inviterName: string };

/** Invitations of an account that are neither accepted nor revoked, oldest first. For who authorized already. */
export async function invitationsOf(accountId: string): Promise<ListedInvitation[]> {
  const { db } = await globalReader();
  const rows = await db
    .select({ invitation: invitations, inviterName: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.accountId, accountId), isNotNull(invitations.openKey)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map(({ invitation, inviterName }) => ({ ...invitation, inviterName }));
}

/** One invitation of the viewer's account, or a 404. Needs members:write. */
export async function getInvitation(viewer: Viewer, id: string): Promise<Invitation> {
  authorize(viewer, "members:write");
  const invitation = await invitationOf(viewer.environment.accountId, id);
  if (!invitation) throw notFound("invitation", id);
  return invitation;
}

/** The same for an account, for who authorized already. */
export async function invitationOf(accountId: string, id: string): Promise<Invitation | undefined> {
  const { db } = await globalReader();
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), eq(invitations.accountId, accountId)));
  return row;
}

/** How many can still be accepted, or sent anew. */
export async function countOpen(accountId: string): Promise<number> {
  const { db } = await globalReader();
  const [row] = await db
    .select({ open: count() })
    .from(invitations)
    .where(
      and(
        eq(invitations.accountId, accountId),
        isNotNull(invitations.openKey),
        isNull(invitations.acceptedAt),
      ),
    );
  return row?.open ?? 0;
}

/** An invitation as its bearer sees it. */
export interface FoundInvitation {
  invitation: Invitation;
  accountName: string;
  inviterName: string;
}

/** The invitation that a link stands for, whatever its state; null for none. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  const { db } = await globalReader();
  const [row] = await db
    .select({ invitation: invitations, accountName: accounts.name, inviterName: people.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(eq(invitations.hash, hashOfLinkToken(token)));
  return row ?? null;
}
