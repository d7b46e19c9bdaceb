import { and, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { events } from "#db/schema/index";
import { searchDocuments, type SearchedKind } from "#db/schema/search";
import { dropTerms } from "#db/search-index";
import { positionAt } from "./positions.ts";
import type { IndexHandle } from "./write-documents.ts";

/** Has objects whose rows are gone no longer found. Their places stay taken. */
export async function dropDocuments(
  handle: IndexHandle,
  { environmentId, kind, ids }: { environmentId: number; kind: SearchedKind; ids: readonly string[] },
): Promise<void> {
  const { db } = handle;
  for (const id of ids) {
    const created = await createdOf(db, environmentId, id);
    if (created === null) continue;
    const places = await db
      .select({ position: searchDocuments.position, digest: searchDocuments.digest })
      .from(searchDocuments)
      .where(
        and(
          gte(searchDocuments.position, positionAt(created)),
          lt(searchDocuments.position, positionAt(created + 2000)),
          eq(searchDocuments.environmentId, environmentId),
          eq(searchDocuments.kind, kind),
          eq(searchDocuments.objectId, id),
        ),
      );
    for (const { position, digest } of places) if (digest !== "") await dropTerms(handle, position);
    const positions = places.map(({ position }) => position);
    await db.update(searchDocuments).set({ digest: "" }).where(inArray(searchDocuments.position, positions));
  }
}

/** When it was created, milliseconds rounded down to a second: its last event still says so. */
async function createdOf(db: IndexHandle["db"], environmentId: number, id: string): Promise<number | null> {
  const [last] = await db
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.environmentId, environmentId), eq(events.objectId, id)))
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(1);
  const created = last?.data?.created;
  return typeof created === "number" ? created * 1000 : null;
}
