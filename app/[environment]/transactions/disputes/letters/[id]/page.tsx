import { getTemplate } from "#lib/disputes/letters/templates";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../../_forms/action-form";
import { found } from "../../../../../_server/found";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { pageViewer } from "../../../../../_server/page-viewer";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { Page } from "../../../../../_ui/page-header";
import { Section } from "../../../../../_ui/section";
import { remove } from "../actions";
import { LettersHeader } from "../letters-header";
import { TemplateForm } from "../template-form";

type PageProps = { params: Promise<{ environment: string; id: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("letters.title"));

/** One template, to be changed or taken away. */
export default async function TemplatePage({ params }: PageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  const template = await found(getTemplate(viewer, id));
  const t = translator(viewer.locale, "disputes");
  return (
    <Page>
      <LettersHeader viewer={viewer} title={template.name} />
      <TemplateForm viewer={viewer} formKey={newFormKey()} id={id} template={template} />
      <Section title={t("letters.deleteTitle")}>
        <p>{t("letters.deleteText")}</p>
        <ActionForm action={remove} formKey={newFormKey()} label={t("letters.deleteTitle")}>
          <input type="hidden" name="id" value={id} />
          <FormActions>
            <Button tone="danger">{t("letters.delete", { name: template.name })}</Button>
          </FormActions>
        </ActionForm>
      </Section>
    </Page>
  );
}
