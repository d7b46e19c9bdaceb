import { ownLetter } from "#lib/disputes/letters/own-letter";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageFormKey } from "../../../../../_server/page-form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../../_server/page-viewer";
import { Page } from "../../../../../_ui/page-header";
import { LettersHeader } from "../letters-header";
import { TemplateForm } from "../template-form";

type PageProps = EnvironmentPageProps & { searchParams: Promise<{ key?: string | string[] }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("letters.new"));

/** A new template, begun with the letter that Comptoir suggests. */
export default async function NewTemplatePage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.newLetterTemplate(viewer),
    after: paths.letterTemplates(viewer),
  });
  const body = ownLetter("general", viewer.locale);
  return (
    <Page>
      <LettersHeader viewer={viewer} title={translator(viewer.locale, "disputes")("letters.new")} />
      <TemplateForm viewer={viewer} formKey={formKey} id={null} template={{ name: "", reason: null, body }} />
    </Page>
  );
}
