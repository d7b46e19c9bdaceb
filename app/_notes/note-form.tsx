import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { mentionable } from "#lib/notes/colleagues";
import type { NoteSubject } from "#lib/notes/subjects";
import { ActionForm } from "../_forms/action-form";
import { newFormKey } from "../_server/form-key";
import { Button } from "../_ui/button";
import { FormActions } from "../_ui/form";
import { addNote } from "./actions";
import { NoteText } from "./note-text";
import { namesToOffer } from "./names-to-offer";

/** Writes one more note, beneath the others. */
export async function NoteForm({ viewer, subject }: { viewer: Viewer; subject: NoteSubject }) {
  const t = translator(viewer.locale, "notes");
  const colleagues = await mentionable(viewer, subject.kind);
  return (
    <ActionForm action={addNote} formKey={newFormKey()} label={t("write")} labels={{ text: t("write") }}>
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="subject" value={subject.id} />
      <NoteText
        label={t("write")}
        hint={t("hint")}
        suggestions={t("suggestions")}
        names={namesToOffer(colleagues)}
      />
      <FormActions>
        <Button>{t("submit")}</Button>
      </FormActions>
    </ActionForm>
  );
}
