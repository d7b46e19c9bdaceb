import { may } from "#lib/auth/permissions";
import { disputesToAnswer } from "#lib/disputes/disputes-to-answer";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { disputeColumns } from "../_list/dispute-columns";
import { disputeView } from "../_list/dispute-view";
import { TransactionsHeader } from "../_list/transactions-header";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** How many of those that wait for an answer stand above the list. */
const mostToAnswer = 20;

/** What waits for an answer, by deadline; then every dispute and inquiry. */
export default async function DisputesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, disputeView, await searchParams);
  const waiting = list.isFirst && !list.isFiltering ? await disputesToAnswer(viewer, mostToAnswer) : [];
  const t = translator(viewer.locale, "disputes");
  return (
    <Page>
      <TransactionsHeader viewer={viewer} current="disputes" />
      {waiting.length > 0 && (
        <Section
          title={t("toAnswer")}
          aside={<a href={`${paths.disputes(viewer)}?sort=due_first`}>{t("toAnswerAll")}</a>}
        >
          <Table
            caption={t("toAnswerCaption")}
            columns={disputeColumns(viewer, "deadline").filter(({ extra }) => !extra)}
            rows={waiting}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.dispute(viewer, id)}
          />
        </Section>
      )}
      <p className="flex flex-wrap gap-x-6">
        <a href={paths.disputeFigures(viewer)}>{t("figures.title")}</a>
        {may(viewer, "disputes:write") && <a href={paths.letterTemplates(viewer)}>{t("letters.link")}</a>}
        {may(viewer, "refund_policy:write") && <a href={paths.refundPolicy(viewer)}>{t("policy.title")}</a>}
      </p>
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("title"));
