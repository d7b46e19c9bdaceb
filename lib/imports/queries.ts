import { and, asc, desc, eq, gt } from "drizzle-orm";
import { find } from "#db/rows";
import { imports, refusedRows } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { kindNamed } from "./kinds.ts";

export type ImportRow = typeof imports.$inferSelect;
export type RefusedRow = typeof refusedRows.$inferSelect;

/** One import; another business's, or of another kind, is a 404. */
export async function getImport(viewer: Viewer, kind: string, id: string): Promise<ImportRow> {
  authorize(viewer, kindNamed(kind).permission);
  return findImport(await reader(viewer), kind, id);
}

/** As `getImport`, for commands: inside their transaction, authorized by them. */
export async function findImport(handle: Handle, kind: string, id: string): Promise<ImportRow> {
  const row = await find(handle, imports, id);
  if (row?.kind !== kind) throw notFound("import", id);
  return row;
}

/** The newest imports of a kind. */
export async function listImports(viewer: Viewer, kind: string, limit = 20): Promise<ImportRow[]> {
  authorize(viewer, kindNamed(kind).permission);
  const { db } = await reader(viewer);
  return db
    .select()
    .from(imports)
    .where(and(eq(imports.environmentId, viewer.environmentId), eq(imports.kind, kind)))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

/** Rows that came to nothing, in the file's order, behind a row. */
export async function listRefused(
  viewer: Viewer,
  { kind, id: importId }: Pick<ImportRow, "kind" | "id">,
  { after, limit }: { after: number; limit: number },
): Promise<RefusedRow[]> {
  authorize(viewer, kindNamed(kind).permission);
  const { db } = await reader(viewer);
  return db
    .select()
    .from(refusedRows)
    .where(
      and(
        eq(refusedRows.environmentId, viewer.environmentId),
        eq(refusedRows.importId, importId),
        gt(refusedRows.row, after),
      ),
    )
    .orderBy(asc(refusedRows.row))
    .limit(limit);
}
