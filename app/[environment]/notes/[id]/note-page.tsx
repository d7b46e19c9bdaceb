import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { getNote, isOwn } from "#lib/notes/queries";
import { type NoteRow, pathOfSubject } from "#lib/notes/subjects";
import { found } from "../../../_server/found";
import { pageViewer } from "../../../_server/page-viewer";
import { DialogPage } from "../../../_ui/dialog-page";
import { Notice } from "../../../_ui/notice";

export type NotePageProps = { params: Promise<{ environment: string; id: string }> };

/** The note a page is about, and the page where it is read. */
export async function noteOf({ params }: NotePageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const note = await found(getNote(viewer, id));
  const back = pathOfSubject(viewer, { kind: note.subjectKind, id: note.subjectId });
  return { viewer, note, back };
}

type OwnNotePageProps = { viewer: Viewer; note: NoteRow; back: string; title: string; children: ReactNode };

/** Asks one thing about a note of one's own; who did not write it is told that only the author may. */
export function OwnNotePage({ viewer, note, back, title, children }: OwnNotePageProps) {
  const t = translator(viewer.locale, "notes");
  return (
    <DialogPage title={title} close={{ href: back, label: t("back") }}>
      {isOwn(viewer, note) ? children : <Notice title={t("notYours")} />}
    </DialogPage>
  );
}
