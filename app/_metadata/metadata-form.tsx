import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../_forms/action-form";
import { FormEnd } from "../_forms/form-end";
import type { FormAction } from "../_forms/form-state";
import { MetadataFields } from "./metadata-fields";

type MetadataFormProps = {
  viewer: Viewer;
  /** Whose metadata they are, and the page that shows it. */
  subject: { id: string; metadata: Record<string, string>; href: string };
  action: FormAction;
  formKey: string;
};

/** Changes what a business notes of an object. Its action reads `metadataTyped`. */
export function MetadataForm({ viewer, subject, action, formKey }: MetadataFormProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      <input type="hidden" name="id" value={subject.id} />
      <input type="hidden" name="shown" value={JSON.stringify(subject.metadata)} />
      <MetadataFields viewer={viewer} metadata={subject.metadata} />
      <FormEnd
        locale={viewer.locale}
        submit={translator(viewer.locale, "payment")("metadata.submit")}
        back={subject.href}
      />
    </ActionForm>
  );
}
