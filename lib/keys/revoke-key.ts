import { find, update } from "#db/rows";
import { apiKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { ApiKey } from "./queries.ts";

/** Ends a key at once: its next request is refused. Revoking it again changes nothing. Needs keys:write. */
export async function revokeKey(viewer: Viewer, id: string): Promise<ApiKey> {
  authorize(viewer, "keys:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const key = await find(tx, apiKeys, id);
    if (!key) throw notFound("key", id);
    if (key.revokedAt !== null) return key;
    await update(tx, apiKeys, id, { revokedAt: tx.now });
    await audit(tx, "key.revoked", {
      subject: id,
      before: { kind: key.kind, name: key.name, shown: key.shown },
    });
    return { ...key, revokedAt: tx.now };
  });
}
