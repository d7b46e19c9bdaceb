import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { endEmailChange } from "#lib/auth/link-tokens";
import { assertProved } from "#lib/auth/proof";
import { revokeOtherSessions, revokeSession } from "#lib/auth/sessions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { ownPerson } from "./own-person.ts";

/** Signs one of the viewer's own browsers out, at once; a change of email that it may have begun ends with it. */
export function endSession(viewer: Viewer, sessionId: string): Promise<void> {
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const { id } = await ownPerson(viewer);
    const ended = await revokeSession(tx.db, id, sessionId);
    if (!ended) throw notFound("session", sessionId, "sessionId");
    await endEmailChange(tx.db, id);
    const { address, userAgent, createdAt } = ended;
    const before = { address, browser: userAgent, since: new Date(createdAt).toISOString() };
    await audit(tx, "session.revoked", { subject: sessionId, before });
  });
}

/** Signs the viewer out everywhere but in the browser of `keptId`. */
export function endOtherSessions(viewer: Viewer, keptId: string): Promise<void> {
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const { id } = await ownPerson(viewer);
    const others = await revokeOtherSessions(tx.db, id, keptId);
    await audit(tx, "session.others_revoked", { subject: id, before: { others }, after: { others: 0 } });
  });
}
