import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { withPrices } from "#lib/products/product-list";
import { searchProducts } from "#lib/products/search-products";
import { plainColumns } from "../../../_lists/list-table";
import { ButtonLink } from "../../../_ui/button";
import { EmptyState } from "../../../_ui/empty-state";
import { Pagination } from "../../../_ui/pagination";
import { Table } from "../../../_ui/table";
import { productColumns } from "./product-view";

type FoundProductsProps = { viewer: Viewer; text: string; from: string | undefined };

const pageSize = 25;

/** What the search finds among all products, newest first; `from`: where the page before it ended. */
export async function FoundProducts({ viewer, text, from }: FoundProductsProps) {
  const t = translator(viewer.locale, "products");
  const before = Number(from);
  const place = {
    limit: pageSize,
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
  const { rows, next } = await searchProducts(viewer, { text }, place);
  if (rows.length === 0) {
    const all = <ButtonLink href={paths.products(viewer)}>{t("noneAction")}</ButtonLink>;
    return (
      <EmptyState title={t("noneTitle")} action={all}>
        {t("none", { text: text.slice(0, 80) })}
      </EmptyState>
    );
  }
  const here = `${paths.products(viewer)}?${new URLSearchParams({ q: text })}`;
  return (
    <>
      <Table
        caption={t("caption")}
        columns={plainColumns(productColumns(viewer))}
        rows={await withPrices(viewer, rows)}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.product(viewer, id)}
      />
      <Pagination
        locale={viewer.locale}
        summary={t("shown", { count: rows.length })}
        newerHref={null}
        olderHref={next === null ? null : `${here}&from=${next}`}
      />
    </>
  );
}
