import { find } from "#db/rows";
import { selections } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { listNamed } from "../all.ts";

export type Selection = typeof selections.$inferSelect;

/** Rows that the viewer chose; somebody else's choice is not found. */
export async function findSelection(viewer: Viewer, handle: Handle, id: string): Promise<Selection> {
  const selection = await find(handle, selections, id);
  if (!selection || selection.personId !== viewer.actor.id) throw notFound("selection", id, "selection");
  authorize(viewer, listNamed(selection.list).permission);
  return selection;
}
