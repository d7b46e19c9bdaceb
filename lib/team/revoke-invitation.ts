import { eq } from "drizzle-orm";
import { invitations } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import type { Viewer } from "#lib/auth/viewer";
import { conflict } from "#lib/errors";
import { getInvitation } from "./invitations.ts";

/** Takes an invitation back: its link opens nothing any more. Needs members:write. */
export function revokeInvitation(viewer: Viewer, { id }: { id: string }): Promise<void> {
  return transaction(viewer, async (tx) => {
    const { openKey, email, roles } = await getInvitation(viewer, id);
    if (openKey === null) throw conflict("This invitation is over.", "invitation_over");
    await tx.db
      .update(invitations)
      .set({ openKey: null, revokedAt: Date.now() })
      .where(eq(invitations.id, id));
    await audit(tx, "invitation.revoked", { subject: id, before: { email, roles } });
  });
}
