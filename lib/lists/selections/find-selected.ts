import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { findSelection, type Selection } from "./selection.ts";

/** Which rows the viewer chose. */
export async function findSelected(viewer: Viewer, id: string): Promise<Selection> {
  return findSelection(viewer, await reader(viewer), id);
}
