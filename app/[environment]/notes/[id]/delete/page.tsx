import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { removeNote } from "../../../../_notes/actions";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { noteOf, type NotePageProps, OwnNotePage } from "../note-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "notes")("deleteTitle"));

/** Says what deleting a note means, then does it. */
export default async function DeleteNotePage(props: NotePageProps) {
  const { viewer, note, back } = await noteOf(props);
  const t = translator(viewer.locale, "notes");
  return (
    <OwnNotePage viewer={viewer} note={note} back={back} title={t("deleteTitle")}>
      <blockquote className="ui-note-text">{note.text}</blockquote>
      <p>{t("deleteText")}</p>
      <ActionForm action={removeNote} formKey={newFormKey()}>
        <input type="hidden" name="id" value={note.id} />
        <FormEnd locale={viewer.locale} submit={t("deleteSubmit")} back={back} tone="danger" />
      </ActionForm>
    </OwnNotePage>
  );
}
