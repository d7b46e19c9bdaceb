import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { revokeAllSessions } from "#lib/auth/sessions";
import type { Viewer } from "#lib/auth/viewer";
import { changeableMember } from "./protected-members.ts";

/** Signs every browser of a member out; they sign in again as before. Needs members:write. */
export function signOutMember(viewer: Viewer, { personId }: { personId: string }): Promise<string> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    await changeableMember(viewer, personId);
    const browsers = await revokeAllSessions(tx.db, personId);
    await audit(tx, "member.signed_out", { subject: personId, before: { browsers }, after: { browsers: 0 } });
    return personId;
  });
}
