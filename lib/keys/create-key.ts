import { insert } from "#db/rows";
import { apiKeys } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { isLocked } from "#lib/accounts/environments";
import { resources } from "#lib/api/registry";
import { audit } from "#lib/audit/audit";
import { authorize, isPermission } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { conflict, invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { toAllowed } from "./allowed-addresses.ts";
import { scopedKinds, scopeOf } from "./scopes.ts";
import { type KeyKind, hashOfKey, newKeyText, shownKey } from "./key-text.ts";
import type { ApiKey } from "./queries.ts";

export interface NewKey {
  kind: KeyKind;
  /** What people call it. */
  name: string;
  /** What a restricted key may do: scopes (`scopeOf`), or permissions; others take none. */
  permissions?: readonly string[];
  /** Milliseconds, environment's clock; never without. */
  expiresAt?: number | null;
  /** Addresses and ranges it may be used from; anywhere without. Publishable keys take none. */
  addresses?: readonly string[];
}

/** Makes a key. `text` is the key itself: this is the only time anybody sees a secret one. Needs keys:write. */
export async function createKey(viewer: Viewer, input: NewKey): Promise<{ key: ApiKey; text: string }> {
  authorize(viewer, "keys:write");
  assertProved(viewer);
  assertSensible(input, viewer.now());
  const text = newKeyText(input.kind, viewer.environment.kind);
  return transaction(viewer, async (tx) => {
    await assertUnlocked(tx);
    const key = await storeKey(tx, text, { ...input, demo: "no" });
    await audit(tx, "key.created", {
      subject: key.id,
      after: described(key),
    });
    return { key, text };
  });
}

/** Stores a key whose text is known beforehand, such as the demo's. */
export function storeKey(tx: Tx, text: string, input: NewKey & { demo: "yes" | "no" }): Promise<ApiKey> {
  return insert(tx, apiKeys, {
    id: newId("mk", tx.now),
    createdAt: tx.now,
    kind: input.kind,
    name: input.name.trim(),
    hash: hashOfKey(text),
    shown: shownKey(text, input.kind),
    permissions: input.permissions ? [...input.permissions] : null,
    allowedAddresses: toAllowed(input.addresses),
    createdBy: tx.viewer.actor.id,
    expiresAt: input.expiresAt ?? null,
    demo: input.demo === "yes",
  });
}

/** A key as the audit log tells of it. */
export function described({ kind, name, shown, permissions, allowedAddresses, expiresAt }: ApiKey) {
  return { kind, name, shown, permissions, allowedAddresses, expiresAt };
}

/** Throws for a key that makes no sense. */
export function assertSensible({ kind, name, permissions, addresses, expiresAt }: NewKey, now: number): void {
  if (name.trim() === "") throw invalid("Give the key a name that says what uses it.", { param: "name" });
  if (name.length > 100) throw invalid("A key's name has 100 characters at most.", { param: "name" });
  if (kind === "restricted" && !permissions?.length) {
    throw invalid("Choose at least one permission for a restricted key.", { param: "permissions" });
  }
  if (kind !== "restricted" && permissions?.length) {
    throw invalid("Only restricted keys have permissions of their own.", { param: "permissions" });
  }
  const stranger = permissions?.find((permission) => !isPermission(permission) && !isOffered(permission));
  if (stranger) throw invalid(`There is no permission called ${stranger}.`, { param: "permissions" });
  if (kind === "publishable" && addresses?.length) {
    throw invalid("A publishable key is used from everywhere.", { param: "addresses" });
  }
  if (expiresAt && expiresAt <= now)
    throw invalid("A key can only expire in the future.", { param: "expires_at" });
}

function isOffered(scope: string): boolean {
  return scopedKinds(resources).some(({ object, levels }) =>
    levels.some((level) => scopeOf(object, level) === scope),
  );
}

async function assertUnlocked(tx: Tx): Promise<void> {
  if (!(await isLocked(tx.environmentId))) return;
  throw conflict(
    "This environment has no keys until a payment processor is connected to it.",
    "environment_locked",
  );
}
