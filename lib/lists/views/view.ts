import { and, asc, eq, or } from "drizzle-orm";
import { find } from "#db/rows";
import { savedViews } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound, unauthenticated } from "#lib/errors";
import { listNamed } from "../all.ts";

export type SavedView = typeof savedViews.$inferSelect;

/** The views of a list that this viewer sees: their own and those shared with the team, oldest first. */
export async function viewsOf(viewer: Viewer, list: string): Promise<SavedView[]> {
  authorize(viewer, listNamed(list).permission);
  const { db } = await reader(viewer);
  return db
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.environmentId, viewer.environmentId),
        eq(savedViews.list, list),
        or(eq(savedViews.shared, true), eq(savedViews.ownerId, viewer.actor.id ?? "")),
      ),
    )
    .orderBy(asc(savedViews.createdAt), asc(savedViews.id));
}

/** Whether this viewer may rename, change and delete a view: whoever made it, and of a shared one who may share. */
export function mayChangeView(viewer: Viewer, view: SavedView): boolean {
  return isOwn(viewer, view) || (view.shared && may(viewer, "views:share"));
}

/** A view that this viewer may change. One that is not theirs to see is as good as none. */
export async function viewToChange(viewer: Viewer, handle: Handle, id: string): Promise<SavedView> {
  const view = await find(handle, savedViews, id);
  if (!view || !(view.shared || isOwn(viewer, view))) throw notFound("view", id, "view");
  authorize(viewer, listNamed(view.list).permission);
  if (!isOwn(viewer, view)) authorize(viewer, "views:share");
  return view;
}

/** Who makes a view; keys and jobs have none. */
export function ownerOf({ actor }: Viewer): { ownerId: string; ownerName: string | null } {
  if (actor.type !== "person" || actor.id === null) throw unauthenticated("Sign in to save a view.");
  return { ownerId: actor.id, ownerName: actor.name };
}

function isOwn({ actor }: Viewer, { ownerId }: SavedView): boolean {
  return actor.type === "person" && actor.id === ownerId;
}
