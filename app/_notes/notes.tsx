import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { notesOn } from "#lib/notes/queries";
import type { NoteRow, NoteSubject } from "#lib/notes/subjects";
import { Section } from "../_ui/section";
import { NoteForm } from "./note-form";
import { OneNote } from "./one-note";

type NotesProps = {
  viewer: Viewer;
  subject: NoteSubject;
  /** Where the page has read them already. */
  notes?: readonly NoteRow[];
};

/** What colleagues wrote about an object, and where one writes more; for whoever may see the object. */
export async function Notes({ viewer, subject, notes }: NotesProps) {
  const written = notes ?? (await notesOn(viewer, subject));
  const writes = may(viewer, "notes:write");
  const t = translator(viewer.locale, "notes");
  return (
    <Section title={t("title")} id="notes">
      {written.length > 0 ? (
        <ul className="ui-notes">
          {written.map((note) => (
            <OneNote key={note.id} viewer={viewer} note={note} />
          ))}
        </ul>
      ) : (
        <p className="text-soft">{t("none")}</p>
      )}
      {writes && <NoteForm viewer={viewer} subject={subject} />}
    </Section>
  );
}
