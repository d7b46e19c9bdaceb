import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { notes } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { forbidden, notFound } from "#lib/errors";
import { type NoteRow, type NoteSubject, permissionToSee } from "./subjects.ts";

/** As many as a page shows. */
const shown = 200;

/** What colleagues wrote about an object, newest first: the last 200. Needs what it takes to see the object. */
export async function notesOn(viewer: Viewer, { kind, id }: NoteSubject): Promise<NoteRow[]> {
  authorize(viewer, permissionToSee(kind));
  const { db } = await reader(viewer);
  return db
    .select()
    .from(notes)
    .where(
      and(
        eq(notes.environmentId, viewer.environmentId),
        eq(notes.subjectKind, kind),
        eq(notes.subjectId, id),
      ),
    )
    .orderBy(desc(notes.createdAt), desc(notes.id))
    .limit(shown);
}

/** A note the viewer may read, or a 404. Needs notes:write: it is asked to be changed. */
export async function getNote(viewer: Viewer, id: string): Promise<NoteRow> {
  authorize(viewer, "notes:write");
  return findNote(viewer, await reader(viewer), id);
}

/** A note of the viewer's own, inside a transaction. A 404 for what they may not see, a 403 for a colleague's. */
export async function findOwnNote(tx: Tx, id: string): Promise<NoteRow> {
  const note = await findNote(tx.viewer, tx, id);
  if (!isOwn(tx.viewer, note)) throw forbidden("notes:write");
  return note;
}

async function findNote(viewer: Viewer, handle: Handle, id: string): Promise<NoteRow> {
  const note = await find(handle, notes, id);
  if (!note || !may(viewer, permissionToSee(note.subjectKind))) throw notFound("note", id);
  return note;
}

/** Whether the viewer may read the note of this id. */
export async function seesNote(viewer: Viewer, id: string): Promise<boolean> {
  const note = await find(await reader(viewer), notes, id);
  return note !== undefined && may(viewer, permissionToSee(note.subjectKind));
}

/** Whether the viewer wrote it: only then may they change it or take it away. */
export function isOwn({ actor }: Viewer, { authorId }: Pick<NoteRow, "authorId">): boolean {
  return actor.type === "person" && actor.id === authorId;
}
