import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Activity } from "#lib/catalogue/list/activity-filter";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ListContent } from "../../_lists/list-content";
import { openList } from "../../_lists/open-list";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { Page } from "../../_ui/page-header";
import { SearchField } from "../../_ui/search-field";
import { type ListQuery, valueIn } from "../developers/list-query";
import { ActivityTabs } from "./_list/activity-tabs";
import { FoundProducts } from "./_list/found-products";
import { productView } from "./_list/product-view";
import { CatalogueHeader } from "./_parts/catalogue-header";
import { FileLinks } from "./_parts/file-links";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** What is sold, newest first; by what was typed where somebody looks for something. */
export default async function ProductsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const address = await searchParams;
  const text = valueIn(address, "q");
  const list = text === undefined ? await openList(viewer, productView, address) : null;
  const t = translator(viewer.locale, "products");
  return (
    <Page>
      <CatalogueHeader
        viewer={viewer}
        current="products"
        actions={<Actions viewer={viewer} state={list?.query.activity ?? "all"} />}
      />
      <form className="max-w-md" action={paths.products(viewer)} role="search" aria-label={t("search")}>
        <SearchField label={t("search")} placeholder={t("searchHint")} defaultValue={text} />
      </form>
      {list && <ActivityTabs list={list} />}
      {list && <ListContent list={list} />}
      {text !== undefined && <FoundProducts viewer={viewer} text={text} from={valueIn(address, "from")} />}
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
