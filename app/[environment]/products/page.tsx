import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Activity } from "#lib/catalogue/list/activity-filter";
import { translator } from "#lib/i18n/translator";
import type { QueryParams } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { ListContent } from "../../_lists/list-content";
import { openList } from "../../_lists/open-list";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { Page } from "../../_ui/page-header";
import { ActivityTabs } from "./_list/activity-tabs";
import { productView } from "./_list/product-view";
import { CatalogueHeader } from "./_parts/catalogue-header";
import { DeletedNotice } from "./_parts/deleted-notice";
import { FileLinks } from "./_parts/file-links";

type PageProps = EnvironmentPageProps & { searchParams: Promise<QueryParams> };

/** What is sold, newest first. */
export default async function ProductsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const list = await openList(viewer, productView, address);
  return (
    <Page>
      <CatalogueHeader
        viewer={viewer}
        current="products"
        actions={<Actions viewer={viewer} state={list.query.activity} />}
      />
      <ActivityTabs list={list} />
      <DeletedNotice locale={viewer.locale} done={address.done} />
      <ListContent list={list} />
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "products")("title"));

function Actions({ viewer, state }: { viewer: Viewer; state: Activity }) {
  const t = translator(viewer.locale, "products");
  return (
    <>
      <FileLinks viewer={viewer} of="products" state={state} />
      {may(viewer, "products:write") && (
        <ButtonLink href={paths.newProduct(viewer)} tone="primary" shortcut="n">
          {t("add")}
        </ButtonLink>
      )}
    </>
  );
}
