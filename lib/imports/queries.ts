import { and, asc, desc, eq, gt } from "drizzle-orm";
import { find } from "#db/rows";
import { imports, refusedRows } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { maskText } from "#lib/discretion/masks";
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
  row: Pick<ImportRow, "kind" | "id" | "createdBy">,
  { after, limit }: { after: number; limit: number },
): Promise<RefusedRow[]> {
  authorize(viewer, kindNamed(row.kind).permission);
  const { db } = await reader(viewer);
  const rows = await db
    .select()
    .from(refusedRows)
    .where(
      and(
        eq(refusedRows.environmentId, viewer.environmentId),
        eq(refusedRows.importId, row.id),
        gt(refusedRows.row, after),
      ),
    )
    .orderBy(asc(refusedRows.row))
    .limit(limit);
  return rows.map((refused) => ({ ...refused, cells: cellsFor(viewer, row, refused.cells) }));
}

/** The cells of a row of a file: hidden from who is to be discreet, unless the file is their own. */
export function cellsFor(
  viewer: Viewer,
  { createdBy }: Pick<ImportRow, "createdBy">,
  cells: string[],
): string[] {
  return viewer.conceal && createdBy.id !== viewer.actor.id ? cells.map(maskText) : cells;
}
