import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listPayouts } from "#lib/payouts/queries";
import type { PayoutRow } from "#lib/payouts/wire";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { found } from "../../../_server/found";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { Tabs } from "../../../_ui/tabs";
import { PayoutTable } from "../payout-table";
import { cursorLinks, cursorOf, type CursorQuery } from "../cursor";

type Query = CursorQuery & { status?: string | string[] };
type PageProps = EnvironmentPageProps & { searchParams: Promise<Query> };

const statuses = [
  "pending",
  "in_transit",
  "paid",
  "failed",
  "canceled",
] as const satisfies PayoutRow["status"][];

/** Every payout, newest first, or those of one state. */
export default async function PayoutsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const status = statuses.find((each) => each === query.status);
  const page = await found(listPayouts(viewer, cursorOf(query), { status }));
  const t = translator(viewer.locale, "balances");
  return (
    <Page>
      <PageHeader
        title={t("payouts")}
        breadcrumb={{ label: t("title"), crumbs: [{ label: t("title"), href: paths.balances(viewer) }] }}
        actions={
          <>
            {may(viewer, "exports:read") && (
              <ButtonLink href={paths.newExport(viewer, "payouts")} icon="download">
                {translator(viewer.locale, "lists")("export")}
              </ButtonLink>
            )}
            {may(viewer, "payouts:write") && (
              <ButtonLink href={paths.newPayout(viewer)} tone="primary" shortcut="n">
                {t("payOut")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Tabs label={t("status")} tabs={tabsOf(viewer, status)} />
      {page.rows.length > 0 ? (
        <>
          <PayoutTable viewer={viewer} payouts={page.rows} />
          <Pagination
            locale={viewer.locale}
            summary={t("payoutsShown", { count: page.rows.length })}
            {...cursorLinks(addressOf(viewer, status), query, page)}
          />
        </>
      ) : (
        <EmptyState title={t("noPayoutsTitle")}>{t("noPayouts")}</EmptyState>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "balances")("payouts"));

function addressOf(viewer: Viewer, status: PayoutRow["status"] | undefined): string {
  return status === undefined ? paths.payouts(viewer) : `${paths.payouts(viewer)}?status=${status}`;
}

function tabsOf(viewer: Viewer, current: PayoutRow["status"] | undefined) {
  const t = translator(viewer.locale, "balances");
  const all = { href: addressOf(viewer, undefined), label: t("all"), current: current === undefined };
  return [
    all,
    ...statuses.map((status) => ({
      href: addressOf(viewer, status),
      label: t(`payoutStatus.${status}`),
      current: status === current,
    })),
  ];
}
