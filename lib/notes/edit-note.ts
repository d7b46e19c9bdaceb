import { change } from "#db/rows";
import { notes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { mentionedIn } from "./mentioned-in.ts";
import { findOwnNote } from "./queries.ts";
import type { NoteRow } from "./subjects.ts";
import { tellMentioned } from "./tell-mentioned.ts";

/** Changes a note of one's own; whom it mentions only now is told. */
export async function editNote(viewer: Viewer, { id, text }: { id: string; text: string }): Promise<NoteRow> {
  authorize(viewer, "notes:write");
  return transaction(viewer, async (tx) => {
    const before = await findOwnNote(tx, id);
    const mentions = await mentionedIn(viewer, before.subjectKind, text);
    const note = await change(tx, notes, before, { text, mentions, editedAt: tx.now });
    const known = new Set(before.mentions.map(({ personId }) => personId));
    await tellMentioned(
      tx,
      note,
      mentions.filter(({ personId }) => !known.has(personId)),
    );
    await audit(tx, "note.edited", { subject: note.subjectId, after: { note: id } });
    return note;
  });
}
