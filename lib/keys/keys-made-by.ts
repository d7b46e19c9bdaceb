import { and, asc, eq, isNull } from "drizzle-orm";
import { apiKeys, environments } from "#db/schema/index";
import { globalReader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { KeyKind } from "./key-text.ts";

/** A key that still works, and where. */
export interface MadeKey {
  id: string;
  name: string;
  kind: KeyKind;
  shown: string;
  environment: { slug: string; kind: "live" | "test" };
}

/** Keys of the viewer's account that this person made and that still work: who leaves may know them. Needs members:write. */
export async function keysMadeBy(viewer: Viewer, personId: string): Promise<MadeKey[]> {
  authorize(viewer, "members:write");
  const { db } = await globalReader();
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      kind: apiKeys.kind,
      shown: apiKeys.shown,
      environment: { slug: environments.slug, kind: environments.kind },
    })
    .from(apiKeys)
    .innerJoin(environments, eq(environments.id, apiKeys.environmentId))
    .where(
      and(
        eq(environments.accountId, viewer.environment.accountId),
        eq(apiKeys.createdBy, personId),
        isNull(apiKeys.revokedAt),
      ),
    )
    .orderBy(asc(apiKeys.createdAt));
}
