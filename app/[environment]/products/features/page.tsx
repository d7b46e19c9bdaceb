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
import { featureView } from "./feature-view";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** What products can entitle their buyers to. */
export default async function FeaturesPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const list = await openList(viewer, featureView, await searchParams);
  const add = <AddLink viewer={viewer} words="features" href={paths.newFeature(viewer)} />;
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="features" actions={add} />
      <ActivityTabs list={list} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "features")("title"));
