import type { Viewer } from "#lib/auth/viewer";
import { askedTexts } from "#lib/disputes/counter-fields";
import { draftEvidence } from "#lib/disputes/draft-evidence";
import { productKindOf } from "#lib/disputes/product-kinds";
import { textFields, type TextField } from "#lib/disputes/types";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormTextArea, FormTextField } from "../../../../../../_forms/fields";
import { Button } from "../../../../../../_ui/button";
import { FormActions } from "../../../../../../_ui/form";
import { customerOf } from "../../../../[id]/customer-of";
import type { OpenStep } from "../counter-step";
import { writeEvidence } from "../actions";

/** What is asked for in writing, begun with what is known. */
export async function EvidenceForm({ viewer, found, formKey }: OpenStep) {
  const t = translator(viewer.locale, "disputes");
  const { reason, evidence, id } = found.dispute;
  const fields = askedTexts({ reason, evidence, productKind: productKindOf(found) });
  const draft = await draftEvidence(viewer, found, await customerOf(viewer, found.payment.customerId));
  return (
    <ActionForm
      action={writeEvidence}
      formKey={formKey}
      labels={Object.fromEntries(fields.map((field) => [field, t(`field.${field}`)]))}
    >
      <input type="hidden" name="dispute" value={id} />
      {fields.map((field) => (
        <EvidenceField key={field} viewer={viewer} field={field} text={draft[field] ?? ""} />
      ))}
      <FormActions>
        <Button tone="primary">{t("counter.save")}</Button>
      </FormActions>
    </ActionForm>
  );
}

const ofSeveralLines: readonly TextField[] = ["billing_address", "shipping_address"];

function EvidenceField({ viewer, field, text }: { viewer: Viewer; field: TextField; text: string }) {
  const label = translator(viewer.locale, "disputes")(`field.${field}`);
  const most = textFields[field];
  const attributes = { defaultValue: text, maxLength: most };
  if (most > 5_000 || ofSeveralLines.includes(field)) {
    return <FormTextArea name={field} label={label} attributes={{ ...attributes, rows: 3 }} />;
  }
  return <FormTextField name={field} label={label} attributes={attributes} />;
}
