import { notFound } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { overviewOf, slicesOf } from "#lib/figures/overview";
import type { OverviewQuery } from "#lib/figures/overview-query";
import { topCustomers } from "#lib/figures/top-customers";
import { tileTitle } from "#lib/home/tile-title";
import { isFacet, isMetric, mayShow, type TileName, tileNames } from "#lib/home/overview-tiles";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { pageViewer } from "../../../_server/page-viewer";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Stack } from "../../../_ui/section";
import { addressOf } from "../../../_lists/list-place";
import { readTurn } from "../../../_lists/read-turn";
import { ButtonLink } from "../../../_ui/button";
import { CountedList } from "../../_home/counted-list";
import { FacetTable } from "../../_home/facet-tile";
import { figureFilePlace, figurePlace, homePlace } from "../../_home/figure-place";
import { MetricChart, MetricTotal } from "../../_home/metric-tile";
import { overviewQuery } from "../../_home/overview-calendar";
import { PeriodPicker } from "../../_home/period-picker";
import { showSpans } from "../../_home/show-value";
import { mayKeepNames, TopCustomersTable } from "../../_home/top-customers-tile";

type PageProps = {
  params: Promise<{ environment: string; figure: string }>;
  searchParams: Promise<QueryParams>;
};

const topShown = 50;

/** One figure of Home: what it comes to, over time, and everything that it counts. */
export default async function FigurePage({ params, searchParams }: PageProps) {
  const { viewer, figure } = await asked(params);
  const address = await searchParams;
  const query = await overviewQuery(viewer, address);
  const t = translator(viewer.locale, "home");
  const place = figurePlace(viewer, figure);
  return (
    <Page>
      <PageHeader
        title={tileTitle(viewer, figure)}
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: addressOf(homePlace(viewer), query) }],
        }}
        actions={
          figure !== "topCustomers" || mayKeepNames(viewer) ? (
            <ButtonLink href={addressOf(figureFilePlace(viewer, figure), query)} icon="download">
              {t("csv")}
            </ButtonLink>
          ) : null
        }
      />
      <PeriodPicker viewer={viewer} place={place} query={query} />
      <Stack>
        <FigureBody viewer={viewer} figure={figure} query={query} />
        {figure !== "topCustomers" && (
          <CountedList {...{ viewer, figure, place, query }} turn={readTurn(address).turn} />
        )}
      </Stack>
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps) {
  const { viewer, figure } = await asked(params);
  return { title: tileTitle(viewer, figure) };
}

async function asked(params: PageProps["params"]): Promise<{ viewer: Viewer; figure: TileName }> {
  const { environment, figure: name } = await params;
  const viewer = await pageViewer(environment);
  const figure = tileNames.find((tile) => tile === name);
  if (!figure || !mayShow(viewer, figure)) notFound();
  return { viewer, figure };
}

type BodyProps = { viewer: Viewer; figure: TileName; query: OverviewQuery };

async function FigureBody({ viewer, figure: name, query }: BodyProps) {
  const overview = await overviewOf(viewer, query);
  if (isMetric(name)) {
    const labels = showSpans(viewer, overview.now.spans, query.step);
    return (
      <section>
        <MetricTotal {...{ viewer, name, query, overview }} />
        <MetricChart {...{ viewer, name, query, overview, labels }} />
      </section>
    );
  }
  if (isFacet(name)) {
    const slices = await slicesOf(viewer, query.period);
    return <FacetTable {...{ viewer, name, query, slices: slices[name] }} />;
  }
  const payments = overview.now.curves.find((curve) => curve.name === "payments")?.total ?? 0;
  const rows = await topCustomers(viewer, { period: query.period, payments, most: topShown });
  const currency = viewer.environment.currency.toUpperCase();
  return (
    <section>
      <TopCustomersTable viewer={viewer} query={query} rows={rows} />
      {overview.now.converted && (
        <p className="text-soft">{translator(viewer.locale, "home")("estimates", { currency })}</p>
      )}
    </section>
  );
}
