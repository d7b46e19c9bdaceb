import { change, find } from "#db/rows";
import { apiKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { conflict, invalid, notFound } from "#lib/errors";
import { described, storeKey } from "./create-key.ts";
import { newKeyText } from "./key-text.ts";
import type { ApiKey } from "./queries.ts";
import { isInUse } from "./state.ts";

/** For how long at most the old key goes on working, hours. */
export const longestOverlap = 7 * 24;

/**
 * Makes a key that may do what an old one may, from where and until when it may, told this once; the old one works
 * for `overlapHours` more, or until it would have expired. Needs keys:write.
 */
export async function rollKey(
  viewer: Viewer,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<{ key: ApiKey; old: ApiKey; text: string }> {
  authorize(viewer, "keys:write");
  assertProved(viewer);
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > longestOverlap) {
    throw invalid(`The old key can go on working for 0 to ${longestOverlap} hours.`, {
      param: "overlapHours",
    });
  }
  return transaction(viewer, async (tx) => {
    const row = await find(tx, apiKeys, id);
    if (!row) throw notFound("key", id);
    if (!isInUse(row, tx.now) || row.replacedBy !== null) {
      throw conflict("Only a key that works and was not rolled yet can be rolled.", "key_not_in_use");
    }
    const text = newKeyText(row.kind, viewer.environment.kind);
    const { kind, name, permissions, allowedAddresses } = row;
    const key = await storeKey(tx, text, {
      kind,
      name,
      permissions: permissions ?? undefined,
      addresses: allowedAddresses ?? undefined,
      expiresAt: row.expiresAt,
      demo: "no",
    });
    const until = tx.now + overlapHours * hour;
    const expiresAt = row.expiresAt === null ? until : Math.min(row.expiresAt, until);
    const old = await change(tx, apiKeys, row, { replacedBy: key.id, expiresAt });
    await audit(tx, "key.rolled", { subject: id, before: described(row), after: described(key) });
    return { key, old, text };
  });
}
