import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../../_lists/list-content";
import { openList } from "../../../_lists/open-list";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { Page } from "../../../_ui/page-header";
import { ActivityTabs } from "../_list/activity-tabs";
import { AddLink } from "../_list/catalogue-view";
import { CatalogueHeader } from "../_parts/catalogue-header";
import { FileLinks } from "../_parts/file-links";
import { shippingRateView } from "./shipping-rate-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Ways to ship and what they cost. */
export default async function ShippingRatesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, shippingRateView, await searchParams);
  const actions = (
    <>
      <FileLinks viewer={viewer} of="shipping-rates" state={list.query.activity} />
      <AddLink viewer={viewer} words="shippingRates" href={paths.newShippingRate(viewer)} />
    </>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="shippingRates" actions={actions} />
      <ActivityTabs list={list} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "shippingRates")("title"));
