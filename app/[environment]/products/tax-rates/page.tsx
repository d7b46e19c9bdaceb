import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listTaxRates } from "#lib/tax-rates/queries";
import type { TaxRateRow } from "#lib/tax-rates/wire";
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
import { activeIn, viewAddress, viewIn, ViewTabs } from "../_parts/view-tabs";
import { rateInWords, regionInWords, typeInWords } from "./rate-words";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Tax rates that are set by hand, newest first. */
export default async function TaxRatesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const view = viewIn(query);
  const page = await found(listTaxRates(viewer, pageIn(query), { active: activeIn(view) }));
  const { locale } = viewer;
  const path = paths.taxRates(viewer);
  const t = translator(locale, "taxRates");
  const add = may(viewer, "products:write") && (
    <ButtonLink href={paths.newTaxRate(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="taxRates" actions={add} />
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
            rowHref={({ id }) => paths.taxRate(viewer, id)}
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

export const generateMetadata = pageTitle((locale) => translator(locale, "taxRates")("title"));

function columnsFor({ locale }: Viewer): Column<TaxRateRow>[] {
  const t = translator(locale, "taxRates");
  return [
    { key: "rate", label: t("rate"), card: "title", cell: (rate) => rateInWords(rate, locale) },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "inclusive",
      label: t("inPrices"),
      cell: ({ inclusive }) => (inclusive ? t("inclusive") : t("exclusive")),
    },
    { key: "type", label: t("type"), tone: "quiet", cell: ({ taxType }) => typeInWords(taxType, locale) },
    { key: "region", label: t("region"), card: "detail", cell: (rate) => regionInWords(rate, locale) },
    {
      key: "description",
      label: t("description"),
      tone: "quiet",
      card: "none",
      cell: ({ description }) => description,
    },
  ];
}
