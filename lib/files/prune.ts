import { and, eq, inArray } from "drizzle-orm";
import { files, imports } from "#db/schema/index";
import { reader } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { discard, storedBefore } from "./storage.ts";
import type { FileRow } from "./wire.ts";

/** As many as are looked up at once. */
const batch = 200;

/** Takes away the contents of expired files, and what a crash left of an upload that nobody kept. */
export async function pruneFiles(): Promise<void> {
  for (const environment of await listEnvironments()) {
    const viewer = systemViewer(environment, "job", new Set());
    // An upload under way has no row yet.
    const names = await storedBefore(environment.id, Date.now() - day);
    for (let at = 0; at < names.length; at += batch) await pruneBatch(viewer, names.slice(at, at + batch));
  }
}

async function pruneBatch(viewer: Viewer, names: string[]): Promise<void> {
  const kept = new Map((await rowsOf(viewer, names)).map((row) => [row.storedAs, row]));
  const imported = await importsOf(viewer, names);
  const isOver = (row: FileRow | undefined) =>
    !row || (row.expiresAt !== null && row.expiresAt <= viewer.now());
  for (const name of names) {
    if (imported.has(name) || !isOver(kept.get(name))) continue;
    await discard(viewer.environmentId, name);
  }
}

async function rowsOf(viewer: Viewer, names: string[]): Promise<FileRow[]> {
  const { db } = await reader(viewer);
  return db
    .select()
    .from(files)
    .where(and(eq(files.environmentId, viewer.environmentId), inArray(files.storedAs, names)));
}

/** The files whose rows are not all imported yet. */
async function importsOf(viewer: Viewer, names: string[]): Promise<Set<string>> {
  const { db } = await reader(viewer);
  const rows = await db
    .select({ storedAs: imports.storedAs })
    .from(imports)
    .where(and(eq(imports.environmentId, viewer.environmentId), inArray(imports.storedAs, names)));
  return new Set(rows.flatMap(({ storedAs }) => storedAs ?? []));
}
