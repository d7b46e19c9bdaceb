import type { Mention } from "#db/schema/notes";
import type { Tx } from "#lib/auth/viewer";
import { namesOf } from "#lib/discretion/names-of";
import { notify } from "#lib/notifications/notify";
import { type NoteRow, pathOfSubject, permissionToSee } from "./subjects.ts";

/** Writes to everybody mentioned but the author, unless they want no such mail: what the note says, and where it is. */
export async function tellMentioned(tx: Tx, note: NoteRow, mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0) return;
  const subject = { kind: note.subjectKind, id: note.subjectId };
  await notify(tx, "mention", {
    subjectId: note.id,
    path: `${pathOfSubject(tx.viewer, subject)}#${note.id}`,
    permission: permissionToSee(note.subjectKind),
    facts: [{ fact: "note", text: note.text }],
    names: await namesOf(tx, [note.subjectId]),
    to: mentions.map(({ personId }) => personId),
  });
}
