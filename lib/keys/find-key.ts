import { and, eq, sql } from "drizzle-orm";
import { accounts, apiKeys, environments } from "#db/schema/index";
import { globalReader, type Handle } from "#db/transaction";
import { toViewed, viewedColumns } from "#lib/accounts/environments";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { hashOfKey, type KeyKind } from "./key-text.ts";
import { isInUse } from "./state.ts";

export interface FoundKey {
  id: string;
  name: string;
  kind: KeyKind;
  permissions: string[] | null;
  /** Addresses and ranges it may be used from; null: from anywhere. */
  allowedAddresses: string[] | null;
  expiresAt: number | null;
  revokedAt: number | null;
  lastUsedAt: number | null;
  environment: ViewedEnvironment;
  /** Whether its environment waits for a processor. */
  locked: boolean;
}

/** Whether requests with a key are answered at its environment's present time. */
export function isUsable(key: FoundKey): boolean {
  return !key.locked && isInUse(key, Date.now() + key.environment.clockOffset);
}

/** The environment's key of this id, also one that is revoked or has expired; null when there is none. */
export async function findKeyById(environmentId: number, id: string): Promise<FoundKey | null> {
  const statement = (await globalReader()).prepared("key by id", (db) =>
    foundKeys(db)
      .where(
        and(
          eq(apiKeys.environmentId, sql.placeholder("environmentId")),
          eq(apiKeys.id, sql.placeholder("id")),
        ),
      )
      .prepare(),
  );
  const [row] = await statement.execute({ environmentId, id });
  return row ? { ...row, environment: toViewed(row.environment) } : null;
}

/** The key that reads like this, also one that is revoked or has expired; null when there is none. */
export async function findKey(text: string): Promise<FoundKey | null> {
  const statement = (await globalReader()).prepared("key by hash", (db) =>
    foundKeys(db)
      .where(eq(apiKeys.hash, sql.placeholder("hash")))
      .prepare(),
  );
  const [row] = await statement.execute({ hash: hashOfKey(text) });
  return row ? { ...row, environment: toViewed(row.environment) } : null;
}

function foundKeys(db: Handle["db"]) {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      kind: apiKeys.kind,
      permissions: apiKeys.permissions,
      allowedAddresses: apiKeys.allowedAddresses,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
      lastUsedAt: apiKeys.lastUsedAt,
      locked: environments.locked,
      environment: viewedColumns,
    })
    .from(apiKeys)
    .innerJoin(environments, eq(environments.id, apiKeys.environmentId))
    .innerJoin(accounts, eq(accounts.id, environments.accountId));
}
