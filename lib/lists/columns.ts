import { z } from "zod";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { clearPreference, type Preference, readPreference, setPreference } from "#lib/people/preferences";
import { listNamed } from "./all.ts";

/** The columns a person sees in a list, in their order; null: the usual ones. */
export function chosenColumns(viewer: Viewer, list: string): Promise<string[] | null> {
  return readPreference(viewer, columnsOf(list));
}

/** Remembers which columns of a list the viewer wants, in which order; null: the usual ones again. */
export function chooseColumns(
  viewer: Viewer,
  { list, columns }: { list: string; columns: string[] | null },
): Promise<void> {
  authorize(viewer, listNamed(list).permission);
  if (columns === null) return clearPreference(viewer, columnsOf(list));
  return setPreference(viewer, columnsOf(list), columns);
}

function columnsOf(list: string): Preference<string[] | null> {
  return { name: `list.${list}.columns`, schema: z.array(z.string().max(60)).min(1).max(60), fallback: null };
}
