import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Role } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { assertMayGrant } from "./grants.ts";
import { assertAdminStays, changeableMember } from "./protected-members.ts";

/** Gives a member other roles, effective with their next request. Needs members:write, and what the added roles ask. */
export function changeRoles(
  viewer: Viewer,
  { personId, roles }: { personId: string; roles: readonly Role[] },
): Promise<string> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const before = await changeableMember(viewer, personId);
    if (roles.length === 0) {
      throw invalid("Choose at least one role.", { code: "roles_required", param: "roles" });
    }
    assertMayGrant(
      viewer,
      roles.filter((role) => !before.roles.includes(role)),
    );
    const { accountId } = viewer.environment;
    await tx.db
      .update(members)
      .set({ roles: [...roles] })
      .where(and(eq(members.accountId, accountId), eq(members.personId, personId)));
    await assertAdminStays(tx.db, accountId);
    await audit(tx, "member.roles_changed", {
      subject: personId,
      before: { roles: before.roles },
      after: { roles },
    });
    return personId;
  });
}
