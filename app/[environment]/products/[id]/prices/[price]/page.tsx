import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Activity } from "../../../../../_activity/activity";
import { Page, PageHeader } from "../../../../../_ui/page-header";
import { Columns } from "../../../../../_ui/section";
import { type ListQuery } from "../../../../developers/list-query";
import { ActivityState } from "../../../_parts/activity-state";
import { MetadataSection } from "../../../_parts/metadata-section";
import { priceInWords } from "../../../price-words";
import { AmountSection } from "./amount-section";
import { Calculator } from "./calculator";
import { PriceActions } from "./price-actions";
import { PriceDetails } from "./price-details";
import { priceOfPage, type PricePageProps } from "./price-page";

/** Everything known of one price, and what any quantity costs by it. */
export default async function PricePage(props: PricePageProps & { searchParams: Promise<ListQuery> }) {
  const { viewer, product, price } = await priceOfPage(props);
  const { locale } = viewer;
  const crumbs = [
    { label: translator(locale, "products")("title"), href: paths.products(viewer) },
    { label: product.name, href: paths.product(viewer, product.id) },
  ];
  const facts = { viewer, product, price };
  return (
    <Page>
      <PageHeader
        title={priceInWords(price, locale)}
        titleAside={price.nickname}
        state={<ActivityState locale={locale} active={price.active} />}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={may(viewer, "products:write") && <PriceActions {...facts} />}
      />
      <Columns
        main={
          <>
            <AmountSection {...facts} />
            <Calculator {...facts} query={await props.searchParams} />
            <Activity viewer={viewer} id={price.id} />
          </>
        }
        aside={
          <>
            <PriceDetails {...facts} />
            <MetadataSection locale={locale} metadata={price.metadata} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata(props: PricePageProps): Promise<Metadata> {
  const { viewer, product, price } = await priceOfPage(props);
  return { title: `${product.name} · ${priceInWords(price, viewer.locale)}` };
}
