import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page } from "../../../_ui/page-header";
import { activityView } from "../_list/activity-view";
import { TransactionsHeader } from "../_list/transactions-header";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Everything that moved the balance. */
export default async function ActivityPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, activityView, await searchParams);
  return (
    <Page>
      <TransactionsHeader viewer={viewer} current="activity" />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "transactions")("activity"));
