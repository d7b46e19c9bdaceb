import { and, asc, eq, sql } from "drizzle-orm";
import type { SearchedKind } from "#db/schema/search";
import { reader, type Scope } from "#db/transaction";
import { readDocuments } from "../documents/document-of.ts";
import { kindOf } from "../documents/kinds.ts";
import type { IndexedDocument } from "./write-documents.ts";

interface Key {
  createdAt: number;
  id: string;
}

const perPage = 500;

/** The next documents of a kind, made from its rows, oldest first. For a worker. */
export async function readSearchDocuments(
  scope: Scope,
  { kind, after }: { kind: SearchedKind; after: Key | null },
): Promise<{ documents: IndexedDocument[]; next: Key | null }> {
  const { table } = kindOf(kind);
  const handle = await reader(scope);
  const keys = await handle.db
    .select({ createdAt: sql`${table.createdAt}`.mapWith(Number), id: sql`${table.id}`.mapWith(String) })
    .from(table)
    .where(
      and(
        eq(table.environmentId, scope.environmentId),
        after ? sql`(${table.createdAt}, ${table.id}) > (${after.createdAt}, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(table.createdAt), asc(table.id))
    .limit(perPage);
  const documents = await readDocuments(
    handle,
    kind,
    keys.map(({ id }) => id),
  );
  return { documents, next: keys.length < perPage ? null : (keys.at(-1) ?? null) };
}
