import type { Viewer } from "#lib/auth/viewer";
import { disputeReasons } from "#lib/disputes/list/dispute-list";
import { placeholders } from "#lib/disputes/letters/placeholders";
import type { TemplateInput } from "#lib/disputes/letters/save-template";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField, FormTextArea, FormTextField } from "../../../../_forms/fields";
import { Button, ButtonLink } from "../../../../_ui/button";
import { Disclosure } from "../../../../_ui/disclosure";
import { FormActions } from "../../../../_ui/form";
import { save } from "./actions";
import { reasonWords } from "./reason-words";
import { mostBody, mostName } from "./template-typed";

type TemplateFormProps = { viewer: Viewer; formKey: string; id: string | null; template: TemplateInput };

/** A template: what it is called, which claim it answers, and its text. */
export function TemplateForm({ viewer, formKey, id, template }: TemplateFormProps) {
  const t = translator(viewer.locale, "disputes");
  return (
    <ActionForm
      action={save}
      formKey={formKey}
      labels={{ name: t("letters.name"), body: t("letters.body"), reason: t("letters.reason") }}
    >
      <input type="hidden" name="id" value={id ?? ""} />
      <FormTextField
        name="name"
        label={t("letters.name")}
        attributes={{ defaultValue: template.name, maxLength: mostName, required: true }}
      />
      <FormSelectField
        name="reason"
        label={t("letters.reason")}
        placeholder={reasonWords(viewer.locale, null)}
        defaultValue={template.reason ?? ""}
        options={disputeReasons.map((value) => ({ value, label: reasonWords(viewer.locale, value) }))}
      />
      <FormTextArea
        name="body"
        label={t("letters.body")}
        hint={t("letters.bodyHint")}
        attributes={{ defaultValue: template.body, maxLength: mostBody, rows: 14, required: true }}
      />
      <Disclosure summary={t("letters.facts")}>
        <dl className="ui-details" data-values="facts">
          {placeholders.map((name) => (
            <div key={name} className="contents">
              <dt>
                <code>{`{${name}}`}</code>
              </dt>
              <dd>{t(`placeholder.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <FormActions>
        <Button tone="primary">{t("letters.save")}</Button>
        <ButtonLink href={paths.letterTemplates(viewer)}>{t("back")}</ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
