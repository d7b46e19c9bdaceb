import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { taxCodes } from "#lib/tax-codes/catalogue";
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
import { moneyInWords } from "../../_parts/money-words";
import { setShippingActive } from "../actions";
import { estimateInWords } from "../shipping-words";
import { shippingOf, type ShippingPageProps } from "./shipping-page";

/** Everything known of one way to ship. */
export default async function ShippingRatePage(props: ShippingPageProps) {
  const { viewer, rate } = await shippingOf(props);
  const { locale } = viewer;
  const t = translator(locale, "shippingRates");
  const prices = translator(locale, "prices");
  const common = translator(locale, "common");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  const others = Object.entries(rate.currencyOptions).map(([currency, { amount }]) =>
    moneyInWords(amount, currency, locale),
  );
  const taxCode = taxCodes.find(({ id }) => id === rate.taxCode)?.name ?? rate.taxCode;
  return (
    <Page>
      <PageHeader
        title={rate.displayName}
        titleAside={moneyInWords(rate.amount, rate.currency, locale)}
        state={<ActivityState locale={locale} active={rate.active} />}
        breadcrumb={{
          label: common("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.shippingRates(viewer) }],
        }}
        actions={
          may(viewer, "products:write") && (
            <>
              <ArchiveButton locale={locale} action={setShippingActive} row={rate} />
              <ButtonLink href={paths.editShippingRate(viewer, rate.id)} tone="primary">
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
                  { term: t("amount"), value: moneyInWords(rate.amount, rate.currency, locale) },
                  { term: t("inOthers"), value: others.length > 0 ? others.join(", ") : null },
                  { term: t("estimate"), value: estimateInWords(rate, locale) },
                  { term: prices("taxBehavior"), value: prices(`tax.${rate.taxBehavior}`) },
                  { term: translator(locale, "products")("field.taxCode"), value: taxCode },
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

export async function generateMetadata(props: ShippingPageProps): Promise<Metadata> {
  return { title: (await shippingOf(props)).rate.displayName };
}
