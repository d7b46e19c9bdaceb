import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { exports } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { forbidden, invalid, notFound } from "#lib/errors";
import { type ExportChoices, exportChoices } from "./choices.ts";
import type { Dataset } from "./dataset.ts";
import { datasets } from "./datasets/all.ts";

export type ExportRow = typeof exports.$inferSelect;

/** As many as a page shows. */
const shown = 50;

/** The viewer's own exports, newest first: the last 50. Needs exports:read. */
export async function ownExports(viewer: Viewer): Promise<ExportRow[]> {
  authorize(viewer, "exports:read");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(exports)
    .where(and(eq(exports.environmentId, viewer.environmentId), eq(exports.personId, viewer.actor.id ?? "")))
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(shown);
}

/** One of them; a colleague's is a 404. Needs exports:read. */
export async function getExport(viewer: Viewer, id: string): Promise<ExportRow> {
  authorize(viewer, "exports:read");
  const row = await find(await reader(viewer), exports, id);
  if (row?.personId !== viewer.actor.id || viewer.actor.type !== "person") throw notFound("export", id);
  return row;
}

/** Whether there is such an export, whoever's it is: a colleague is told that it is not theirs. */
export async function isSomebodysExport(viewer: Viewer, id: string): Promise<boolean> {
  authorize(viewer, "exports:read");
  return (await find(await reader(viewer), exports, id)) !== undefined;
}

/** The export whose file is to be sent: finished, not expired, and of what the viewer may still see. */
export async function getDownload(viewer: Viewer, id: string): Promise<ExportRow> {
  const row = await getExport(viewer, id);
  assertMayStillSee(viewer, exportChoices.parse(row.choices));
  if (isExpired(viewer, row)) throw notFound("export", id);
  if (row.state !== "finished") throw invalid("This export is not finished. Wait until its page says so.");
  return row;
}

/** What it took to have the file written is taken anew: roles change, and what is hidden from them. */
function assertMayStillSee(viewer: Viewer, { dataset, columns: headings, discreet }: ExportChoices): void {
  const { permission, columns }: Dataset = datasets[dataset];
  authorize(viewer, permission);
  for (const heading of headings) {
    const needed = columns[heading]?.permission;
    if (needed) authorize(viewer, needed);
  }
  if (viewer.conceal && discreet !== true) throw forbidden("customers:read");
}

/** Whether the file is no longer kept. */
export function isExpired(viewer: Viewer, { expiresAt }: ExportRow): boolean {
  return expiresAt !== null && expiresAt <= viewer.now();
}
