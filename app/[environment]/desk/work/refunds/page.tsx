import { refundsBy } from "#lib/desk/refunds-by";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListPages } from "../../../../_lists/list-pages";
import { readTurn } from "../../../../_lists/read-turn";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { EmptyState } from "../../../../_ui/empty-state";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Table } from "../../../../_ui/table";
import { refundColumns } from "../../../transactions/_list/refund-columns";
import { periodIn } from "../period-in";

type RefundsByPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "desk")("workRefunds"));

/** The refunds behind a figure of the team's work. */
export default async function RefundsByPage({ params, searchParams }: RefundsByPageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const period = periodIn(address);
  const by = one(address, "by") || "none";
  const reason = one(address, "reason") || null;
  const { turn } = readTurn(address);
  const page = await refundsBy(viewer, { period, by, reason, page: turn });
  const t = translator(viewer.locale, "desk");
  const work = `${paths.agentsWork(viewer)}?period=${period}`;
  const place = {
    path: paths.agentsRefunds(viewer),
    params: () => new URLSearchParams({ period, by, ...(reason ? { reason } : {}) }),
  };
  return (
    <Page>
      <PageHeader
        title={t("refundsOf", { who: page.rows[0]?.createdBy.name ?? t("machines") })}
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("workTitle"), href: work }],
        }}
      />
      {page.rows.length === 0 ? (
        <EmptyState title={t("noWorkTitle")}>{t("noWork")}</EmptyState>
      ) : (
        <Table
          caption={t("workRefunds")}
          columns={refundColumns(viewer).filter(({ extra }) => !extra)}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowHref={({ payment }) => paths.payment(viewer, payment.id)}
        />
      )}
      <ListPages
        viewer={viewer}
        place={place}
        query={{ sort: "newest" }}
        page={page}
        isFirst={turn.from === null}
        shown={translator(viewer.locale, "transactions")("refundsShown", { count: page.rows.length })}
      />
    </Page>
  );
}

function one(address: QueryParams, name: string): string {
  return ([address[name] ?? ""].flat()[0] ?? "").trim();
}
