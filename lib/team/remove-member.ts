import { and, eq } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { members } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { revokeAllSessions } from "#lib/auth/sessions";
import type { Viewer } from "#lib/auth/viewer";
import { assertAdminStays, changeableMember } from "./protected-members.ts";

/**
 * Takes a member off the team: their next request finds nothing here. What they invited others to is void, and
 * who is in no other account is signed out. Keys they made go on: see `keysMadeBy`. Needs members:write.
 */
export function removeMember(viewer: Viewer, { personId }: { personId: string }): Promise<string> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const { roles, email } = await changeableMember(viewer, personId);
    const { accountId } = viewer.environment;
    await tx.db.delete(members).where(and(eq(members.accountId, accountId), eq(members.personId, personId)));
    await assertAdminStays(tx.db, accountId);
    await endSessionsOfNobodys(tx.db, personId);
    await audit(tx, "member.removed", { subject: personId, before: { email, roles } });
    return personId;
  });
}

async function endSessionsOfNobodys(db: Db, personId: string): Promise<void> {
  const elsewhere = await db
    .select({ accountId: members.accountId })
    .from(members)
    .where(eq(members.personId, personId))
    .limit(1);
  if (elsewhere.length > 0) return;
  await revokeAllSessions(db, personId);
}
