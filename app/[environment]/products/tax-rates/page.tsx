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
import { taxRateView } from "./tax-rate-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** Tax rates that are set by hand. */
export default async function TaxRatesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, taxRateView, await searchParams);
  const actions = (
    <>
      <FileLinks viewer={viewer} of="tax-rates" state={list.query.activity} />
      <AddLink viewer={viewer} words="taxRates" href={paths.newTaxRate(viewer)} />
    </>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="taxRates" actions={actions} />
      <ActivityTabs list={list} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "taxRates")("title"));
