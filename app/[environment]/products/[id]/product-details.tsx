import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { ProductRow } from "#lib/products/wire";
import { taxCodes } from "#lib/tax-codes/catalogue";
import { Copyable } from "../../../_ui/copyable";
import { DateTime } from "../../../_ui/date-time";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";

type ProductDetailsProps = { viewer: Viewer; product: ProductRow };

/** What was said of a product. */
export function ProductDetails({ viewer, product }: ProductDetailsProps) {
  const { locale } = viewer;
  const t = translator(locale, "products");
  const common = translator(locale, "common");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  const { shippable } = product;
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={product.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("field.description"), value: product.description },
          { term: t("field.marketing"), value: listOf(product.marketingFeatures.map(({ name }) => name)) },
          { term: t("field.taxCode"), value: taxCodeName(product.taxCode) },
          { term: t("field.statementDescriptor"), value: product.statementDescriptor },
          { term: t("field.unitLabel"), value: product.unitLabel },
          { term: t("field.url"), value: product.url && webLink(product.url) },
          {
            term: t("field.shippable"),
            value: shippable === null ? null : t(shippable ? "shippable.yes" : "shippable.no"),
          },
          { term: t("dimensions"), value: dimensionsOf(viewer, product) },
          { term: t("created"), value: <DateTime at={product.createdAt} view={view} as="date" /> },
          { term: t("updated"), value: <DateTime at={product.updatedAt} view={view} as="when" /> },
        ]}
      />
    </Section>
  );
}

function listOf(items: ReactNode[]) {
  if (items.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

function webLink(address: string) {
  return (
    <a className="break-all" href={address} rel="noreferrer noopener">
      {address.replace(/^https?:\/\//, "")}
    </a>
  );
}

function taxCodeName(code: string | null): string | null {
  return taxCodes.find(({ id }) => id === code)?.name ?? code;
}

function dimensionsOf({ locale }: Viewer, { packageDimensions: size }: ProductRow): string | null {
  if (!size) return null;
  const [length, width, height, weight] = [size.length, size.width, size.height, size.weight].map((value) =>
    formatNumber(value, locale),
  );
  return translator(locale, "products")("size", {
    length: length ?? "",
    width: width ?? "",
    height: height ?? "",
    weight: weight ?? "",
  });
}
