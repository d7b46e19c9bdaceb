import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listShippingRates } from "#lib/shipping-rates/queries";
import type { ShippingRateRow } from "#lib/shipping-rates/wire";
import { found } from "../../../_server/found";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { type Column, Table } from "../../../_ui/table";
import { type ListQuery, neighbours, pageIn } from "../../developers/list-query";
import { ActivityState } from "../_parts/activity-state";
import { CatalogueHeader } from "../_parts/catalogue-header";
import { moneyInWords } from "../_parts/money-words";
import { activeIn, viewAddress, viewIn, ViewTabs } from "../_parts/view-tabs";
import { estimateInWords } from "./shipping-words";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Ways to ship and what they cost, newest first. */
export default async function ShippingRatesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const view = viewIn(query);
  const page = await found(listShippingRates(viewer, pageIn(query), { active: activeIn(view) }));
  const { locale } = viewer;
  const path = paths.shippingRates(viewer);
  const t = translator(locale, "shippingRates");
  const add = may(viewer, "products:write") && (
    <ButtonLink href={paths.newShippingRate(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="shippingRates" actions={add} />
      <ViewTabs locale={locale} path={path} view={view} />
      {page.rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={t("title")}
            columns={columnsFor(viewer)}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.shippingRate(viewer, id)}
          />
          <Pagination
            locale={locale}
            summary={t("shown", { count: page.rows.length })}
            {...neighbours(viewAddress(path, view), query, page)}
          />
        </>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "shippingRates")("title"));

function columnsFor({ locale }: Viewer): Column<ShippingRateRow>[] {
  const t = translator(locale, "shippingRates");
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ displayName }) => displayName },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "detail",
      cell: ({ amount, currency }) => moneyInWords(amount, currency, locale),
    },
    { key: "estimate", label: t("estimate"), cell: (rate) => estimateInWords(rate, locale) },
  ];
}
