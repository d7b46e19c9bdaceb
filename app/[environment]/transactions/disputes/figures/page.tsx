import { dimensions, disputeFigures } from "#lib/disputes/dispute-figures";
import { translator } from "#lib/i18n/translator";
import { periods } from "#lib/lists/days";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { EmptyState } from "../../../../_ui/empty-state";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { Table } from "../../../../_ui/table";
import { Tabs } from "../../../../_ui/tabs";
import { FigureSums } from "./figure-sums";
import { listBehind } from "./list-behind";
import { outcomeColumns } from "./outcome-columns";

type FiguresPageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

export const generateMetadata = pageTitle((locale) => translator(locale, "disputes")("figures.title"));

/** How disputes went: by claim, network, country and who answered, each figure leading to its list. */
export default async function DisputeFiguresPage({ params, searchParams }: FiguresPageProps) {
  const viewer = await pageViewer((await params).environment);
  const asked = (await searchParams).date;
  const period = periods.find((each) => each === asked) ?? "this_year";
  const figures = await disputeFigures(viewer, period);
  const t = translator(viewer.locale, "disputes");
  const lists = translator(viewer.locale, "lists");
  return (
    <Page>
      <PageHeader
        title={t("figures.title")}
        breadcrumb={{
          label: translator(viewer.locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.disputes(viewer) }],
        }}
      />
      <Tabs
        label={lists("filter.date")}
        tabs={periods.map((each) => ({
          href: `${paths.disputeFigures(viewer)}?date=${each}`,
          label: lists(`period.${each}`),
          current: each === period,
        }))}
      />
      {figures.disputes + figures.inquiries === 0 ? (
        <EmptyState title={t("figures.noneTitle")}>{t("figures.none")}</EmptyState>
      ) : (
        <>
          <FigureSums viewer={viewer} period={period} figures={figures} />
          {dimensions.map((dimension) => (
            <Section key={dimension} title={t(`figures.by.${dimension}`)}>
              <Table
                caption={t(`figures.by.${dimension}`)}
                columns={outcomeColumns(viewer, { dimension, period })}
                rows={figures.by[dimension]}
                rowKey={({ value }) => value ?? "none"}
                rowHref={({ value }) => listBehind(viewer, { period, dimension, value })}
              />
            </Section>
          ))}
        </>
      )}
    </Page>
  );
}
