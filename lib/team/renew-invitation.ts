import { eq } from "drizzle-orm";
import { invitations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { hashOfLinkToken, newLinkToken } from "#lib/auth/link-token";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { isRole } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { conflict } from "#lib/errors";
import { ownPerson } from "#lib/people/own-person";
import { assertMayGrant } from "./grants.ts";
import { getInvitation, invitationLasts } from "./invitations.ts";
import { mailInvitation } from "./send-invitation.ts";

/** Sends an invitation again with a new link, for ten more days; the earlier link opens nothing any more. */
export function renewInvitation(viewer: Viewer, { id }: { id: string }): Promise<string> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const invitation = await getInvitation(viewer, id);
    assertMayGrant(viewer, invitation.roles.filter(isRole));
    if (invitation.openKey === null) throw conflict("This invitation is over.", "invitation_over");
    const token = newLinkToken();
    const renewed = {
      hash: hashOfLinkToken(token),
      expiresAt: Date.now() + invitationLasts,
      invitedBy: (await ownPerson(viewer)).id,
    };
    await tx.db.update(invitations).set(renewed).where(eq(invitations.id, id));
    await mailInvitation(tx, token, { ...invitation, ...renewed });
    const { email, roles, expiresAt } = invitation;
    await audit(tx, "invitation.resent", {
      subject: id,
      before: { expires: new Date(expiresAt).toISOString() },
      after: { email, roles, expires: new Date(renewed.expiresAt).toISOString() },
    });
    return id;
  });
}
