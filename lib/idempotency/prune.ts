import { and, eq, inArray, lt } from "drizzle-orm";
import { idempotencyKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx } from "#lib/auth/viewer";
import { keyLifetime } from "./keys.ts";

/** As many as a transaction deletes without keeping others waiting. */
const batch = 500;

/** Forgets the keys whose time is over, in every environment. */
export async function pruneKeys(): Promise<void> {
  for (const environment of await listEnvironments()) {
    const viewer = systemViewer(environment, "job", new Set(allPermissions));
    while ((await transaction(viewer, pruneBatch)) === batch);
  }
}

async function pruneBatch(tx: Tx): Promise<number> {
  const over = await tx.db
    .select({ door: idempotencyKeys.door, key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.environmentId, tx.environmentId),
        lt(idempotencyKeys.createdAt, tx.now - keyLifetime),
      ),
    )
    .orderBy(idempotencyKeys.createdAt)
    .limit(batch);
  for (const door of ["api", "form"] as const) {
    const keys = over.filter((row) => row.door === door).map((row) => row.key);
    if (keys.length > 0) await deleteKeys(tx, door, keys);
  }
  return over.length;
}

async function deleteKeys(tx: Tx, door: "api" | "form", keys: string[]): Promise<void> {
  await tx.db
    .delete(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.environmentId, tx.environmentId),
        eq(idempotencyKeys.door, door),
        inArray(idempotencyKeys.key, keys),
      ),
    );
}
