import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { currenciesOf } from "#lib/prices/price-in";
import type { PriceRow } from "#lib/prices/wire";
import type { ProductRow } from "#lib/products/wire";
import { Section } from "../../../_ui/section";
import { Badge } from "../../../_ui/small";
import { type Column, Table } from "../../../_ui/table";
import { dayColumn } from "../../../_words/day-column";
import { ActivityState } from "../_parts/activity-state";
import { priceInWords } from "../price-words";

type PriceSectionProps = { viewer: Viewer; product: ProductRow; prices: PriceRow[] };

/** What a product costs. */
export function PriceSection({ viewer, product, prices }: PriceSectionProps) {
  const t = translator(viewer.locale, "prices");
  const add = may(viewer, "products:write") && <a href={paths.newPrice(viewer, product.id)}>{t("add")}</a>;
  return (
    <Section title={t("title")} aside={add}>
      {prices.length === 0 ? (
        <p className="text-soft">{t("none")}</p>
      ) : (
        <Table
          caption={t("caption", { product: product.name })}
          columns={columnsFor(viewer, product)}
          rows={prices}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.price(viewer, product.id, id)}
        />
      )}
    </Section>
  );
}

function columnsFor(viewer: Viewer, { defaultPriceId }: ProductRow): Column<PriceRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "prices");
  return [
    {
      key: "price",
      label: t("price"),
      card: "title",
      cell: (price) => (
        <>
          {priceInWords(price, locale)} {price.id === defaultPriceId && <Badge>{t("default")}</Badge>}
        </>
      ),
    },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: ({ active }) => <ActivityState locale={locale} active={active} />,
    },
    {
      key: "about",
      label: t("about"),
      tone: "quiet",
      card: "detail",
      cell: (price) => aboutOf(price).join(" · "),
    },
    dayColumn(viewer, t("created")),
  ];
}

/** What tells prices of one product apart. */
function aboutOf(price: PriceRow): string[] {
  const others = currenciesOf(price).slice(1);
  return [price.nickname, price.lookupKey, others.map((code) => code.toUpperCase()).join(", ")].flatMap(
    (text) => text || [],
  );
}
