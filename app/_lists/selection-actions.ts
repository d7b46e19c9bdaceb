"use server";

import { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed } from "#lib/lists/all";
import { selectRows } from "#lib/lists/selections/select-rows";
import type { Selection } from "#lib/lists/selections/selection";
import { formAction } from "../_server/form-action";
import { several } from "../_server/form-values";
import { actPath } from "./bulk-acts";

const typed = z.object({
  list: z.string(),
  asked: z.string(),
  seen: z.string(),
  earlier: z.string().optional(),
  id: several(z.string()),
  all: z.literal("on").optional(),
  act: z.string(),
});

/** Remembers which rows were chosen, and goes where it is asked how to do it to them; or on through the list. */
export const selectListRows = formAction(
  typed,
  async (viewer, { list, asked, seen, earlier, id, all, act }) => ({
    act,
    asked,
    selection: await selectRows(viewer, {
      list,
      ids: id,
      seen: seen.split(","),
      earlier: earlier ?? null,
      matching: all ? asked : null,
    }),
  }),
  { next: nextOf },
);

function nextOf(viewer: Viewer, chosen: { act: string; asked: string; selection: Selection }): string {
  const { act, asked, selection } = chosen;
  const path = actPath(viewer, act, selection);
  if (path !== null) return path;
  const params = new URLSearchParams(asked);
  params.set("selection", selection.id);
  return `${listNamed(selection.list).path(viewer)}?${params}`;
}
