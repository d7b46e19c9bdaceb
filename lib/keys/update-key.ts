import { change, find } from "#db/rows";
import { apiKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { conflict, notFound } from "#lib/errors";
import { assertSensible, described } from "./create-key.ts";
import { toAllowed } from "./allowed-addresses.ts";
import type { ApiKey } from "./queries.ts";
import { isInUse } from "./state.ts";

export interface KeyChange {
  id: string;
  name: string;
  /** Of a restricted key. */
  permissions?: readonly string[];
  addresses?: readonly string[];
}

/** Changes what a key is called, what it may do and from where; at once. Needs keys:write. */
export async function updateKey(viewer: Viewer, { id, ...input }: KeyChange): Promise<ApiKey> {
  authorize(viewer, "keys:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const row = await find(tx, apiKeys, id);
    if (!row) throw notFound("key", id);
    if (!isInUse(row, tx.now)) throw conflict("This key does not work any more.", "key_not_in_use");
    assertSensible({ ...input, kind: row.kind }, tx.now);
    const changed = await change(tx, apiKeys, row, {
      name: input.name.trim(),
      permissions: input.permissions ? [...input.permissions] : null,
      allowedAddresses: toAllowed(input.addresses),
    });
    await audit(tx, "key.updated", { subject: id, before: described(row), after: described(changed) });
    return changed;
  });
}
