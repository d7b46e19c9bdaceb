import { listRuns } from "#lib/bulk/queries";
import type { BulkRun } from "#lib/bulk/run";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page, PageHeader } from "../../../_ui/page-header";
import { type Column, Table } from "../../../_ui/table";
import { RunState } from "./run-state";

export const generateMetadata = pageTitle((locale) => translator(locale, "bulk")("title"));

/** What was done to many payments at once, newest first. */
export default async function BulkRunsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const runs = await listRuns(viewer);
  const t = translator(viewer.locale, "bulk");
  const transactions = translator(viewer.locale, "transactions")("title");
  const crumbs = [{ label: transactions, href: paths.transactions(viewer) }];
  return (
    <Page>
      <PageHeader title={t("title")} breadcrumb={{ label: transactions, crumbs }} />
      {runs.length > 0 ? (
        <Table
          caption={t("title")}
          columns={columnsFor(viewer)}
          rows={runs}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.bulkRun(viewer, id)}
        />
      ) : (
        <EmptyState
          title={t("noneTitle")}
          action={<ButtonLink href={paths.transactions(viewer)}>{t("back.payments")}</ButtonLink>}
        >
          {t("none")}
        </EmptyState>
      )}
    </Page>
  );
}

function columnsFor(viewer: Viewer): Column<BulkRun>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "bulk");
  return [
    { key: "act", label: t("what"), card: "title", cell: ({ act }) => t(`act.${act.act}`) },
    { key: "state", label: t("state"), card: "state", cell: (run) => <RunState run={run} locale={locale} /> },
    {
      key: "rows",
      label: t("rows"),
      card: "detail",
      cell: ({ done, total, leftOut }) => t("progress", { done, total: total - leftOut }),
    },
    { key: "by", label: t("by"), tone: "quiet", card: "none", cell: ({ createdBy }) => createdBy.name },
    {
      key: "created",
      label: t("created"),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => (
        <DateTime at={createdAt} view={{ locale, timeZone, now: viewer.now() }} as="when" />
      ),
    },
  ];
}
