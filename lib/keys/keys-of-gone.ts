import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { apiKeys, members, people } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isInUse } from "./state.ts";

/** A key that still works, and who made it. */
export interface KeyOfGone {
  id: string;
  name: string;
  maker: string;
}

/**
 * Keys of the environment that still work, are secret, and were made by somebody who is on the team no more and may
 * know them: to be rolled. Those that were rolled already are left out. Needs keys:write.
 */
export async function keysOfGone(viewer: Viewer): Promise<KeyOfGone[]> {
  authorize(viewer, "keys:write");
  const { db } = await reader(viewer);
  const { accountId } = viewer.environment;
  const rows = await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      maker: people.name,
      revokedAt: apiKeys.revokedAt,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.createdBy))
    .leftJoin(members, and(eq(members.accountId, accountId), eq(members.personId, people.id)))
    .where(
      and(
        eq(apiKeys.environmentId, viewer.environmentId),
        ne(apiKeys.kind, "publishable"),
        isNull(apiKeys.revokedAt),
        isNull(apiKeys.replacedBy),
        isNull(members.personId),
      ),
    )
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id));
  const now = viewer.now();
  return rows.filter((key) => isInUse(key, now)).map(({ id, name, maker }) => ({ id, name, maker }));
}
