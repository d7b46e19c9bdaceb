import { insert } from "#db/rows";
import { notes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { forbidden } from "#lib/errors";
import { newId } from "#lib/ids";
import { touch } from "#lib/search/index/touch";
import { mentionedIn } from "./mentioned-in.ts";
import { assertVisible, type NoteRow, type NoteSubject } from "./subjects.ts";
import { tellMentioned } from "./tell-mentioned.ts";

/** Writes a note about an object, and tells whom it mentions. Only people write notes. */
export async function writeNote(
  viewer: Viewer,
  { subject, text }: { subject: NoteSubject; text: string },
): Promise<NoteRow> {
  authorize(viewer, "notes:write");
  return transaction(viewer, async (tx) => {
    await assertVisible(viewer, tx, subject);
    const { id, name, type } = viewer.actor;
    if (type !== "person" || id === null) throw forbidden("notes:write");
    const mentions = await mentionedIn(viewer, subject.kind, text);
    const note = await insert(tx, notes, {
      id: newId("note", tx.now),
      createdAt: tx.now,
      subjectKind: subject.kind,
      subjectId: subject.id,
      authorId: id,
      authorName: name ?? "",
      text,
      mentions,
    });
    await tellMentioned(tx, note, mentions);
    await touch(tx, subject.kind, subject.id);
    return note;
  });
}
