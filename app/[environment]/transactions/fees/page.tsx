import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page } from "../../../_ui/page-header";
import { feeView } from "../_list/activity-view";
import { TransactionsHeader } from "../_list/transactions-header";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** What the movements of the balance cost. */
export default async function FeesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, feeView, await searchParams);
  return (
    <Page>
      <TransactionsHeader viewer={viewer} current="fees" />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "transactions")("fees"));
