import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listFeatures } from "#lib/features/queries";
import type { FeatureRow } from "#lib/features/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { found } from "../../../_server/found";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { type Column, Table } from "../../../_ui/table";
import { type ListQuery, neighbours, pageIn } from "../../developers/list-query";
import { ActivityState } from "../_parts/activity-state";
import { CatalogueHeader } from "../_parts/catalogue-header";
import { activeIn, viewAddress, viewIn, ViewTabs } from "../_parts/view-tabs";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** What products can entitle their buyers to, newest first. */
export default async function FeaturesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const view = viewIn(query);
  const page = await found(listFeatures(viewer, pageIn(query), { active: activeIn(view) }));
  const { locale } = viewer;
  const path = paths.features(viewer);
  const t = translator(locale, "features");
  const add = may(viewer, "products:write") && (
    <ButtonLink href={paths.newFeature(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="features" actions={add} />
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
            rowHref={({ id }) => paths.feature(viewer, id)}
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

export const generateMetadata = pageTitle((locale) => translator(locale, "features")("title"));

function columnsFor(viewer: Viewer): Column<FeatureRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "features");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ name }) => name },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "key",
      label: t("lookupKey"),
      card: "detail",
      cell: ({ lookupKey }) => <code className="break-all">{lookupKey}</code>,
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}
