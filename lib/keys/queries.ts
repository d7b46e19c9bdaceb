import { desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { apiKeys } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";

/** A key as it may be looked at: `shown` is all that is known of its text. */
export type ApiKey = typeof apiKeys.$inferSelect;

/** The environment's keys, newest first, revoked ones too. Needs keys:write. */
export async function listKeys(viewer: Viewer): Promise<ApiKey[]> {
  authorize(viewer, "keys:write");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.environmentId, viewer.environmentId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
}

/** What the key that made a call is called; null for one that is not there any more. Needs events:read. */
export async function nameOfKey(viewer: Viewer, id: string): Promise<string | null> {
  authorize(viewer, "events:read");
  return (await find(await reader(viewer), apiKeys, id))?.name ?? null;
}

/** One key of the environment, or a 404. Needs keys:write. */
export async function getKey(viewer: Viewer, id: string): Promise<ApiKey> {
  authorize(viewer, "keys:write");
  const key = await find(await reader(viewer), apiKeys, id);
  if (!key) throw notFound("key", id);
  return key;
}
