import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import { Activity } from "../../../_activity/activity";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Columns } from "../../../_ui/section";
import { ActivityState } from "../_parts/activity-state";
import { DeletedNotice } from "../_parts/deleted-notice";
import { MetadataSection } from "../_parts/metadata-section";
import type { ListQuery } from "../../developers/list-query";
import { FeatureSection } from "./feature-section";
import { CopyDone } from "./copy/copy-done";
import { ImageSection } from "./image-section";
import { PriceSection } from "./price-section";
import { ProductActions } from "./product-actions";
import { ProductDetails } from "./product-details";
import { productOf, type ProductPageProps } from "./product-page";
import { UseSection } from "./use-section";

type PageProps = ProductPageProps & { searchParams: Promise<ListQuery> };

/** Everything known of one product. */
export default async function ProductPage(props: PageProps) {
  const { viewer, product } = await productOf(props);
  const { locale } = viewer;
  const { done } = await props.searchParams;
  const prices = (await pricesOfProducts(viewer, [product.id])).get(product.id) ?? [];
  const crumbs = [{ label: translator(locale, "products")("title"), href: paths.products(viewer) }];
  return (
    <Page>
      <PageHeader
        title={product.name}
        state={<ActivityState locale={locale} active={product.active} />}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={<ProductActions viewer={viewer} product={product} />}
      />
      {done === "copied" && <CopyDone viewer={viewer} />}
      <DeletedNotice locale={locale} done={done} />
      <Columns
        main={
          <>
            <PriceSection viewer={viewer} product={product} prices={prices} />
            <FeatureSection viewer={viewer} product={product} />
            <UseSection viewer={viewer} product={product} />
            <Activity viewer={viewer} id={product.id} />
          </>
        }
        aside={
          <>
            <ImageSection viewer={viewer} product={product} />
            <ProductDetails viewer={viewer} product={product} />
            <MetadataSection locale={locale} metadata={product.metadata} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata(props: ProductPageProps): Promise<Metadata> {
  return { title: (await productOf(props)).product.name };
}
