import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pricesOfProducts } from "#lib/prices/prices-of-products";
import { listProducts } from "#lib/products/queries";
import { searchProducts } from "#lib/products/search-products";
import type { ProductRow } from "#lib/products/wire";
import { found } from "../../_server/found";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { Page } from "../../_ui/page-header";
import { Pagination } from "../../_ui/pagination";
import { SearchField } from "../../_ui/search-field";
import { type ListQuery, neighbours, pageIn, valueIn } from "../developers/list-query";
import { CatalogueHeader } from "./_parts/catalogue-header";
import { activeIn, type View, viewAddress, viewIn, ViewTabs } from "./_parts/view-tabs";
import { ProductTable } from "./product-table";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** What is sold, newest first; by what was typed where somebody looks for something. */
export default async function ProductsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const view = viewIn(query);
  const text = valueIn(query, "q") ?? "";
  const page = await pageOf(viewer, { view, text, query });
  const prices = await pricesOfProducts(
    viewer,
    page.rows.map(({ id }) => id),
  );
  const t = translator(viewer.locale, "products");
  return (
    <Page>
      <CatalogueHeader
        viewer={viewer}
        current="products"
        actions={<Actions viewer={viewer} view={view} isEmpty={page.rows.length === 0} />}
      />
      <div className="grid gap-3">
        <ViewTabs locale={viewer.locale} path={paths.products(viewer)} view={view} search={text} />
        <form className="max-w-md" action={paths.products(viewer)} role="search">
          {view !== "active" && <input type="hidden" name="view" value={view} />}
          <SearchField label={t("search")} placeholder={t("searchHint")} defaultValue={text} />
        </form>
        {page.rows.length === 0 ? (
          <Nothing viewer={viewer} text={text} view={view} />
        ) : (
          <>
            <ProductTable viewer={viewer} products={page.rows} prices={prices} />
            <Pagination
              locale={viewer.locale}
              summary={t("shown", { count: page.rows.length })}
              newerHref={page.newerHref}
              olderHref={page.olderHref}
            />
          </>
        )}
      </div>
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "products")("title"));

interface Shown {
  rows: ProductRow[];
  newerHref: string | null;
  olderHref: string | null;
}

type Asked = { view: View; text: string; query: ListQuery };

async function pageOf(viewer: Viewer, { view, text, query }: Asked): Promise<Shown> {
  const active = activeIn(view);
  const here = viewAddress(paths.products(viewer), view, text);
  if (text === "") {
    const page = await found(listProducts(viewer, pageIn(query), { active }));
    return { rows: page.rows, ...neighbours(here, query, page) };
  }
  const before = Number(valueIn(query, "from"));
  const place = {
    limit: pageIn(query).limit,
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
  const { rows, next } = await searchProducts(viewer, { text, active }, place);
  return { rows, newerHref: null, olderHref: next === null ? null : `${here}&from=${next}` };
}

function Actions({ viewer, view, isEmpty }: { viewer: Viewer; view: View; isEmpty: boolean }) {
  const t = translator(viewer.locale, "products");
  return (
    <>
      {may(viewer, "exports:read") && !isEmpty && (
        <ButtonLink href={viewAddress(paths.exportCatalogue(viewer), view)}>{t("export")}</ButtonLink>
      )}
      {may(viewer, "products:write") && (
        <>
          <ButtonLink href={paths.importCatalogue(viewer)}>{t("import")}</ButtonLink>
          <ButtonLink href={paths.newProduct(viewer)} tone="primary" shortcut="n">
            {t("add")}
          </ButtonLink>
        </>
      )}
    </>
  );
}

function Nothing({ viewer, text, view }: { viewer: Viewer; text: string; view: View }) {
  const t = translator(viewer.locale, "products");
  if (text !== "") {
    const all = <ButtonLink href={viewAddress(paths.products(viewer), view)}>{t("noneAction")}</ButtonLink>;
    return (
      <EmptyState title={t("noneTitle")} action={all}>
        {t("none", { text: text.slice(0, 80) })}
      </EmptyState>
    );
  }
  if (view === "archived") return <EmptyState title={t("noneArchivedTitle")}>{t("noneArchived")}</EmptyState>;
  const add = may(viewer, "products:write") && (
    <ButtonLink href={paths.newProduct(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <EmptyState title={t("emptyTitle")} action={add}>
      {t("empty")}
    </EmptyState>
  );
}
