import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findKeyById, isUsable } from "#lib/keys/find-key";
import { viewerOfKey } from "#lib/keys/viewer-of-key";

/** Whoever listens with a key of an environment, while it may; null once it is revoked, has expired or may less. */
export async function whoListens(environmentId: number, keyId: string): Promise<Viewer | null> {
  const key = await findKeyById(environmentId, keyId);
  if (!key || !isUsable(key)) return null;
  const viewer = viewerOfKey(key, null);
  return may(viewer, "events:read") ? viewer : null;
}
