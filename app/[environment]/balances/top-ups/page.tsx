import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listTopups } from "#lib/topups/queries";
import type { TopupRow } from "#lib/topups/wire";
import { found } from "../../../_server/found";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Money } from "../../../_ui/money";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { Status } from "../../../_ui/status";
import { type Column, Table } from "../../../_ui/table";
import { cursorLinks, cursorOf, type CursorQuery } from "../cursor";
import { currencyOf, timeViewOf, topupLooks } from "../words";

type PageProps = EnvironmentPageProps & { searchParams: Promise<CursorQuery> };

/** Money that the business added to its balance, newest first. */
export default async function TopupsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const page = await found(listTopups(viewer, cursorOf(query)));
  const t = translator(viewer.locale, "balances");
  const add = may(viewer, "topups:write") && (
    <ButtonLink href={paths.newTopup(viewer)} tone="primary" shortcut="n">
      {t("topup.add")}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHeader
        title={t("topup.all")}
        breadcrumb={{ label: t("title"), crumbs: [{ label: t("title"), href: paths.balances(viewer) }] }}
        actions={add}
      />
      {page.rows.length > 0 ? (
        <>
          <Table
            caption={t("topup.all")}
            columns={columnsFor(viewer)}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.topup(viewer, id)}
          />
          <Pagination
            locale={viewer.locale}
            summary={t("topup.shown", { count: page.rows.length })}
            {...cursorLinks(paths.topups(viewer), query, page)}
          />
        </>
      ) : (
        <EmptyState title={t("topup.noneTitle")}>{t("topup.none")}</EmptyState>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("topup.all"));

function columnsFor(viewer: Viewer): Column<TopupRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "balances");
  return [
    {
      key: "amount",
      label: t("amount"),
      card: "title",
      align: "end",
      cell: ({ amount, currency }) => (
        <Money amount={amount} currency={currencyOf(currency)} locale={locale} />
      ),
    },
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ status }) => <Status {...topupLooks[status]}>{t(`topup.status.${status}`)}</Status>,
    },
    {
      key: "reference",
      label: t("topup.reference"),
      cell: ({ bankReference }) => <code>{bankReference}</code>,
    },
    {
      key: "created",
      label: t("created"),
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
    },
  ];
}
