import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { conflict } from "#lib/errors";
import { membershipOf } from "#lib/people/members";
import { ownPerson } from "#lib/people/own-person";
import { assertAdminStays } from "./protected-members.ts";

/** Takes the viewer themselves off the team. The owner hands the account over first. */
export function leaveAccount(viewer: Viewer): Promise<void> {
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const { id, email } = await ownPerson(viewer);
    const { accountId } = viewer.environment;
    const membership = await membershipOf(accountId, id);
    if (membership?.owner) {
      throw conflict("The owner stays until they hand the account over.", "member_owner");
    }
    await tx.db.delete(members).where(and(eq(members.accountId, accountId), eq(members.personId, id)));
    await assertAdminStays(tx.db, accountId);
    await audit(tx, "member.left", { subject: id, before: { email, roles: membership?.roles } });
  });
}
