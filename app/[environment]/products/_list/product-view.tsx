import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type ListedProduct, type ProductQuery, productList } from "#lib/products/product-list";
import { DateFilter } from "../../../_lists/date-filter";
import type { ListColumn, ListView } from "../../../_lists/list-view";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { ActivityState } from "../_parts/activity-state";
import { priceInWords } from "../price-words";
import { NameFilter } from "./catalogue-view";

/** Products as people see them. */
export const productView: ListView<ListedProduct, ProductQuery> = {
  source: productList,
  caption: ({ locale }) => translator(locale, "products")("caption"),
  shown: ({ locale }, count) => translator(locale, "products")("shown", { count }),
  columns: productColumns,
  href: (viewer, { id }) => paths.product(viewer, id),
  menu: (viewer, { id }) =>
    may(viewer, "products:write")
      ? [
          {
            href: paths.editProduct(viewer, id),
            label: translator(viewer.locale, "products")("edit"),
            icon: "pencil",
          },
        ]
      : [],
  filters: (props) => (
    <>
      <NameFilter {...props} />
      <DateFilter {...props} />
    </>
  ),
  empty(viewer) {
    const t = translator(viewer.locale, "products");
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
  },
};

/** What can be shown of a product. */
function productColumns(viewer: Viewer): ListColumn<ListedProduct>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "products");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ name }) => name },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    { key: "price", label: t("price"), card: "detail", cell: (product) => pricesInWords(viewer, product) },
    {
      key: "description",
      label: t("field.description"),
      card: "none",
      extra: true,
      cell: ({ description }) => description,
    },
    { key: "id", label: t("id"), card: "none", extra: true, cell: ({ id }) => <code>{id}</code> },
    {
      key: "updated",
      label: t("updated"),
      tone: "quiet",
      card: "none",
      extra: true,
      cell: ({ updatedAt }) => <DateTime at={updatedAt} view={view} as="date" />,
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}

/** The price, or how many there are; what is archived costs nobody anything. */
function pricesInWords({ locale }: Viewer, { defaultPriceId, prices }: ListedProduct) {
  const t = translator(locale, "products");
  const active = prices.filter((price) => price.active);
  const shown = active.find(({ id }) => id === defaultPriceId) ?? active[0];
  if (!shown) return <span className="text-soft">{t("noPrice")}</span>;
  const words = priceInWords(shown, locale);
  return active.length === 1 ? words : t("priceAndMore", { price: words, count: active.length - 1 });
}
