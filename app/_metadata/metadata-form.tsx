import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../_forms/action-form";
import type { FormAction } from "../_forms/form-state";
import { Button, ButtonLink } from "../_ui/button";
import { FormActions } from "../_ui/form";
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
      <FormActions>
        <Button tone="primary">{translator(viewer.locale, "payment")("metadata.submit")}</Button>
        <ButtonLink href={subject.href}>{translator(viewer.locale, "common")("cancel")}</ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
