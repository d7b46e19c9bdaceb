import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Activity } from "../../../../_activity/activity";
import { ButtonLink } from "../../../../_ui/button";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns, Section } from "../../../../_ui/section";
import { ActivityState } from "../../_parts/activity-state";
import { ArchiveButton } from "../../_parts/archive-button";
import { MetadataSection } from "../../_parts/metadata-section";
import { setRateActive } from "../actions";
import { rateInWords, regionInWords, typeInWords } from "../rate-words";
import { rateOf, type RatePageProps } from "./rate-page";

/** Everything known of one tax rate. */
export default async function TaxRatePage(props: RatePageProps) {
  const { viewer, rate } = await rateOf(props);
  const { locale } = viewer;
  const t = translator(locale, "taxRates");
  const common = translator(locale, "common");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return (
    <Page>
      <PageHeader
        title={rateInWords(rate, locale)}
        state={<ActivityState locale={locale} active={rate.active} />}
        breadcrumb={{
          label: common("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.taxRates(viewer) }],
        }}
        actions={
          may(viewer, "products:write") && (
            <>
              <ArchiveButton locale={locale} action={setRateActive} row={rate} />
              <ButtonLink href={paths.editTaxRate(viewer, rate.id)} tone="primary">
                {common("edit")}
              </ButtonLink>
            </>
          )
        }
      />
      <Columns
        main={
          <>
            <Section title={t("details")}>
              <DescriptionList
                items={[
                  { term: t("inPrices"), value: rate.inclusive ? t("inclusive") : t("exclusive") },
                  { term: t("type"), value: typeInWords(rate.taxType, locale) },
                  { term: t("region"), value: regionInWords(rate, locale) },
                  { term: t("description"), value: rate.description },
                  {
                    term: t("id"),
                    value: <Copyable value={rate.id} copy={common("copy")} copied={common("copied")} />,
                  },
                  { term: t("created"), value: <DateTime at={rate.createdAt} view={view} as="date" /> },
                ]}
              />
            </Section>
            <Activity viewer={viewer} id={rate.id} />
          </>
        }
        aside={<MetadataSection locale={locale} metadata={rate.metadata} />}
      />
    </Page>
  );
}

export async function generateMetadata(props: RatePageProps): Promise<Metadata> {
  const { viewer, rate } = await rateOf(props);
  return { title: rateInWords(rate, viewer.locale) };
}
