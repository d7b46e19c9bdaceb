import { translator } from "#lib/i18n/translator";
import { mentionable } from "#lib/notes/colleagues";
import { ActionForm } from "../../../_forms/action-form";
import { FormEnd } from "../../../_forms/form-end";
import { changeNote } from "../../../_notes/actions";
import { namesToOffer } from "../../../_notes/names-to-offer";
import { NoteText } from "../../../_notes/note-text";
import { newFormKey } from "../../../_server/form-key";
import { pageTitle } from "../../../_server/page-title";
import { noteOf, type NotePageProps, OwnNotePage } from "./note-page";

export const generateMetadata = pageTitle((locale) => translator(locale, "notes")("editTitle"));

/** Changes a note of one's own. */
export default async function EditNotePage(props: NotePageProps) {
  const { viewer, note, back } = await noteOf(props);
  const t = translator(viewer.locale, "notes");
  const colleagues = await mentionable(viewer, note.subjectKind);
  return (
    <OwnNotePage viewer={viewer} note={note} back={back} title={t("editTitle")}>
      <ActionForm action={changeNote} formKey={newFormKey()} labels={{ text: t("text") }}>
        <input type="hidden" name="id" value={note.id} />
        <NoteText
          label={t("text")}
          hint={t("hint")}
          suggestions={t("suggestions")}
          names={namesToOffer(colleagues)}
          text={note.text}
        />
        <FormEnd locale={viewer.locale} submit={t("editSubmit")} back={back} />
      </ActionForm>
    </OwnNotePage>
  );
}
