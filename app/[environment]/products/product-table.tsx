import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PriceRow } from "#lib/prices/wire";
import type { ProductRow } from "#lib/products/wire";
import { DateTime } from "../../_ui/date-time";
import { type Column, Table } from "../../_ui/table";
import { ActivityState } from "./_parts/activity-state";
import { priceInWords } from "./price-words";

type ProductTableProps = { viewer: Viewer; products: ProductRow[]; prices: Map<string, PriceRow[]> };

/** Products with what they cost, each row leading to its page. */
export function ProductTable({ viewer, products, prices }: ProductTableProps) {
  return (
    <Table
      caption={translator(viewer.locale, "products")("caption")}
      columns={columnsFor(viewer, prices)}
      rows={products}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.product(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer, prices: ProductTableProps["prices"]): Column<ProductRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "products");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: ({ name }) => name },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "price",
      label: t("price"),
      card: "detail",
      cell: (product) => pricesInWords(viewer, product, prices.get(product.id) ?? []),
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}

/** The price, or how many there are; what is archived costs nobody anything. */
function pricesInWords({ locale }: Viewer, { defaultPriceId }: ProductRow, all: PriceRow[]) {
  const t = translator(locale, "products");
  const active = all.filter((price) => price.active);
  const shown = active.find(({ id }) => id === defaultPriceId) ?? active[0];
  if (!shown) return <span className="text-soft">{t("noPrice")}</span>;
  const words = priceInWords(shown, locale);
  return active.length === 1 ? words : t("priceAndMore", { price: words, count: active.length - 1 });
}
