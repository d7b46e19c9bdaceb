import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { requestView } from "./_list/request-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Every call of the API. */
export default async function RequestLogsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, requestView, await searchParams);
  return (
    <Page>
      <PageHeader title={translator(viewer.locale, "logs")("title")} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "logs")("title"));
