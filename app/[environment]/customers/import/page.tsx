import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ProblemParams, UploadForm } from "../../../_imports/upload-form";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";

type ImportPageProps = EnvironmentPageProps & { searchParams: ProblemParams };

export const generateMetadata = pageTitle((locale) => translator(locale, "imports")("of.customers.title"));

/** Takes in a file of customers, and shows those taken in before. */
export default async function ImportCustomersPage({ params, searchParams }: ImportPageProps) {
  const viewer = await pageViewer((await params).environment);
  const title = translator(viewer.locale, "imports")("of.customers.title");
  const customers = translator(viewer.locale, "customers")("title");
  const crumbs = [{ label: customers, href: paths.customers(viewer) }, { label: title }];
  return (
    <Page>
      <PageHeader
        title={title}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <UploadForm viewer={viewer} kind="customers" problem={searchParams} />
    </Page>
  );
}
