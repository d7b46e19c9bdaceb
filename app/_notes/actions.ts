"use server";

import { z } from "zod";
import { deleteNote } from "#lib/notes/delete-note";
import { editNote } from "#lib/notes/edit-note";
import { pathOfSubject, type NoteRow, subjectKinds } from "#lib/notes/subjects";
import { writeNote } from "#lib/notes/write-note";
import type { Viewer } from "#lib/auth/viewer";
import { formAction } from "../_server/form-action";

const text = z.string().trim().min(1, "required").max(5000, "too_long");

export const addNote = formAction(
  z.strictObject({ kind: z.enum(subjectKinds), subject: z.string(), text }),
  (viewer, { kind, subject, ...note }) => writeNote(viewer, { subject: { kind, id: subject }, ...note }),
);

export const changeNote = formAction(z.strictObject({ id: z.string(), text }), editNote, { next: toSubject });

export const removeNote = formAction(
  z.strictObject({ id: z.string() }),
  (viewer, { id }) => deleteNote(viewer, id),
  { next: toSubject },
);

function toSubject(viewer: Viewer, { subjectKind: kind, subjectId: id }: NoteRow): string {
  return pathOfSubject(viewer, { kind, id });
}
