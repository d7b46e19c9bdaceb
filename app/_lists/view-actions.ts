"use server";

import { z } from "zod";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed } from "#lib/lists/all";
import { changeView } from "#lib/lists/views/change-view";
import { deleteView } from "#lib/lists/views/delete-view";
import { saveView, viewName } from "#lib/lists/views/save-view";
import type { SavedView } from "#lib/lists/views/view";
import { formAction } from "../_server/form-action";

const isChecked = z
  .literal("on")
  .optional()
  .transform((on) => on !== undefined);

const newView = z.object({ list: z.string(), words: z.string(), name: viewName, shared: isChecked });
const changedView = newView.extend({ view: z.string(), act: z.literal("delete").optional() });

/** Keeps what is asked of a list under a name, and goes on there. */
export const saveListView = formAction(newView, saveView, { next: viewAddress });

/** Changes a view, or takes it away. */
export const changeListView = formAction(
  changedView,
  async (viewer, { view, act, name, words, shared }) => {
    if (act === "delete") return { ...(await deleteView(viewer, view)), id: null };
    // Whoever may not share is not asked about it.
    return changeView(viewer, view, { name, words, shared: may(viewer, "views:share") ? shared : undefined });
  },
  { next: viewAddress },
);

function viewAddress(viewer: Viewer, { list, id, words }: Omit<SavedView, "id"> & { id: string | null }) {
  const params = new URLSearchParams(words);
  if (id !== null) params.set("view", id);
  const path = listNamed(list).path(viewer);
  return params.size === 0 ? path : `${path}?${params}`;
}
