import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { Page, PageHeader } from "../../_ui/page-header";

export const generateMetadata = pageTitle((locale) => translator(locale, "auth")("forbidden.title"));

/** What `proxy.ts` shows in the place of a page that the person's roles do not open. */
export default async function ForbiddenPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "auth");
  const account = viewer.environment.accountName;
  return (
    <Page>
      <PageHeader title={t("forbidden.title")} />
      <p>{t("forbidden.text", { account })}</p>
      <div className="ui-actions">
        <ButtonLink href={paths.home(viewer)}>{t("forbidden.back", { account })}</ButtonLink>
      </div>
    </Page>
  );
}
