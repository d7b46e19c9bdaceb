import { eq } from "drizzle-orm";
import { z } from "zod";
import { invitations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { hashOfLinkToken, newLinkToken } from "#lib/auth/link-token";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Role } from "#lib/auth/roles";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { membershipOf } from "#lib/people/members";
import { ownPerson } from "#lib/people/own-person";
import { normalEmail, personByEmail } from "#lib/people/people";
import { assertMayGrant } from "./grants.ts";
import { countOpen, type Invitation, invitationLasts, openKeyOf } from "./invitations.ts";
import { mailInvitation } from "./send-invitation.ts";

const mostAtOnce = 10;
const mostOpen = 100;

const address = z.email().max(254);

/** Email addresses as people type them: one after the other, with commas or without. Messages are codes. */
export const invitedEmails = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(normalEmail),
    ),
  ])
  .pipe(
    z
      .array(z.string())
      .min(1, "required")
      .max(mostAtOnce, "invitations_too_many")
      .superRefine((emails, context) => {
        const wrong = emails.filter((email) => !address.safeParse(email).success);
        if (wrong.length === 0) return;
        context.addIssue({ code: "custom", message: "emails_invalid", params: { lists: { emails: wrong } } });
      }),
  );

export interface Invited {
  emails: readonly string[];
  roles: readonly Role[];
  message: string | null;
}

/** Invites up to ten people with the same roles, each by a mail of their own. Needs members:write, and what the roles ask. */
export async function inviteMembers(viewer: Viewer, input: Invited): Promise<Invitation[]> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  assertMayGrant(viewer, input.roles);
  if (input.roles.length === 0) {
    throw invalid("Choose at least one role.", { code: "roles_required", param: "roles" });
  }
  return transaction(viewer, async (tx) => {
    const { accountId } = viewer.environment;
    if ((await countOpen(accountId)) + input.emails.length > mostOpen) {
      throw invalid("Too many invitations are open.", { code: "invitations_exhausted", param: "emails" });
    }
    await assertNew(tx, input.emails);
    const sent: Invitation[] = [];
    for (const email of input.emails) sent.push(await invite(tx, email, input));
    return sent;
  });
}

async function invite(tx: Tx, email: string, { roles, message }: Invited): Promise<Invitation> {
  const { accountId } = tx.viewer.environment;
  const token = newLinkToken();
  const now = Date.now();
  const invitation: Invitation = {
    id: newId("inv", now),
    accountId,
    createdAt: now,
    email,
    roles: [...roles],
    message,
    invitedBy: (await ownPerson(tx.viewer)).id,
    hash: hashOfLinkToken(token),
    expiresAt: now + invitationLasts,
    openKey: openKeyOf(accountId, email),
    acceptedAt: null,
    revokedAt: null,
  };
  await tx.db.insert(invitations).values(invitation);
  await mailInvitation(tx, token, invitation);
  await audit(tx, "invitation.sent", { subject: invitation.id, after: { email, roles } });
  return invitation;
}

/** All who cannot be invited are named at once. */
async function assertNew(tx: Tx, emails: readonly string[]): Promise<void> {
  const members: string[] = [];
  const invited: string[] = [];
  for (const email of emails) {
    if (await isMember(tx, email)) members.push(email);
    else if (await openInvitation(tx, email)) invited.push(email);
  }
  if (members.length + invited.length === 0) return;
  const message = `Members or invited already: ${[...members, ...invited].join(", ")}.`;
  throw invalid(message, {
    code: codeOf(members, invited),
    param: "emails",
    lists: { members, invited },
  });
}

function codeOf(members: readonly string[], invited: readonly string[]): string {
  if (invited.length === 0) return "already_member";
  return members.length === 0 ? "already_invited" : "already_member_or_invited";
}

async function isMember({ viewer }: Tx, email: string): Promise<boolean> {
  const person = await personByEmail(email);
  return person !== undefined && (await membershipOf(viewer.environment.accountId, person.id)) !== undefined;
}

async function openInvitation(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.openKey, openKeyOf(tx.viewer.environment.accountId, email)));
  return rows.length > 0;
}
