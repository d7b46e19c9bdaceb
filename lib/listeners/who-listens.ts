import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isAllowedFrom } from "#lib/keys/allowed-addresses";
import { findKeyById, isUsable } from "#lib/keys/find-key";
import { viewerOfKey } from "#lib/keys/viewer-of-key";

/**
 * Whoever listens with a key of an environment, while it may; null once it is revoked, has expired, may less or may
 * not be used from this address.
 */
export async function whoListens(
  { environmentId, keyId }: { environmentId: number; keyId: string },
  address: string | null,
): Promise<Viewer | null> {
  const key = await findKeyById(environmentId, keyId);
  if (!key || !isUsable(key)) return null;
  if (key.allowedAddresses && !isAllowedFrom(key.allowedAddresses, address)) return null;
  const viewer = viewerOfKey(key, null);
  return may(viewer, "events:read") ? viewer : null;
}
