import { Fragment } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { partsOf } from "#lib/notes/mentions";
import { isOwn } from "#lib/notes/queries";
import type { NoteRow } from "#lib/notes/subjects";
import { paths } from "#lib/paths";
import { DateTime } from "../_ui/date-time";

export function OneNote({ viewer, note }: { viewer: Viewer; note: NoteRow }) {
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  const t = translator(viewer.locale, "notes");
  const when = formatDateTime(note.createdAt, view);
  return (
    <li id={note.id}>
      <div className="ui-note-head">
        <b>{note.authorName}</b> <DateTime at={note.createdAt} view={view} as="when" />
        {note.editedAt !== null && <> · {t("edited", { when: formatDateTime(note.editedAt, view) })}</>}
        {isOwn(viewer, note) && may(viewer, "notes:write") && (
          <>
            {" · "}
            <a href={paths.note(viewer, note.id)} aria-label={t("editNote", { when })}>
              {t("edit")}
            </a>
            {" · "}
            <a href={paths.deleteNote(viewer, note.id)} aria-label={t("deleteNote", { when })}>
              {t("delete")}
            </a>
          </>
        )}
      </div>
      <p className="ui-note-text">
        {partsOf(note.text, note.mentions).map(({ text, mention }, index) =>
          mention ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
        )}
      </p>
    </li>
  );
}
