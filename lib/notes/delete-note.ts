import { remove } from "#db/rows";
import { notes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { touch } from "#lib/search/index/touch";
import { findOwnNote } from "./queries.ts";
import type { NoteRow } from "./subjects.ts";

/** Takes a note of one's own away for good; that there was one stays in the security history. */
export async function deleteNote(viewer: Viewer, id: string): Promise<NoteRow> {
  authorize(viewer, "notes:write");
  return transaction(viewer, async (tx) => {
    const note = await findOwnNote(tx, id);
    await remove(tx, notes, id);
    await touch(tx, note.subjectKind, note.subjectId);
    await audit(tx, "note.deleted", { subject: note.subjectId, before: { note: id } });
    return note;
  });
}
