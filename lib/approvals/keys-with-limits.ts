import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { apiKeys } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";

/** A key that may refund, as limits need to know it. */
export interface LimitedKey {
  id: string;
  name: string;
  createdBy: string | null;
}

/** The environment's keys that could refund: neither public nor revoked. */
export async function keysWithLimits(viewer: Viewer): Promise<LimitedKey[]> {
  const { db } = await globalReader();
  return db
    .select({ id: apiKeys.id, name: apiKeys.name, createdBy: apiKeys.createdBy })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.environmentId, viewer.environmentId),
        ne(apiKeys.kind, "publishable"),
        isNull(apiKeys.revokedAt),
      ),
    )
    .orderBy(asc(apiKeys.name), asc(apiKeys.id));
}

/** One of them; undefined for what is not this environment's. */
export async function keyOf(viewer: Viewer, id: string): Promise<LimitedKey | undefined> {
  return (await keysWithLimits(viewer)).find((key) => key.id === id);
}
