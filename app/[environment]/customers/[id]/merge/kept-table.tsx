import type { Viewer } from "#lib/auth/viewer";
import { languageName } from "#lib/customers/languages";
import type { KeptDetail } from "#lib/customers/merge/kept-details";
import type { MergePreview } from "#lib/customers/merge/preview-merge";
import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { methodName } from "#lib/payment-methods/method-name";
import { getPaymentMethod } from "#lib/payment-methods/queries";
import { PostalAddress } from "../../../../_ui/postal-address";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { CustomerDiscount } from "../customer-discount";

type KeptTableProps = { viewer: Viewer; preview: MergePreview };

/** Each thing that either of the two says: what is kept of it, of whom, and what is not. */
export function KeptTable({ viewer, preview }: KeptTableProps) {
  const t = translator(viewer.locale, "customers");
  if (preview.details.length === 0) return null;
  return (
    <Section title={t("merge.details")}>
      <Table
        caption={t("merge.details")}
        columns={columnsFor({ viewer, preview })}
        rows={preview.details}
        rowKey={({ detail }) => ("fact" in detail ? detail.fact : `metadata ${detail.metadata}`)}
      />
    </Section>
  );
}

function columnsFor({ viewer, preview: { into, from } }: KeptTableProps): Column<KeptDetail>[] {
  const t = translator(viewer.locale, "customers");
  const value = (customer: CustomerRow, { detail }: KeptDetail) => (
    <span className="wrap-anywhere">
      <Value viewer={viewer} customer={customer} detail={detail} />
    </span>
  );
  return [
    {
      key: "detail",
      label: t("merge.detail"),
      card: "title",
      cell: ({ detail }) => detailName(viewer, detail),
    },
    {
      key: "kept",
      label: t("merge.kept"),
      card: "detail",
      cell: (row) => row.of !== "neither" && value(row.of === "goes" ? from : into, row),
    },
    {
      key: "of",
      label: t("merge.of"),
      tone: "quiet",
      card: "state",
      cell: ({ of }) => t(`merge.whose.${of}`),
    },
    {
      key: "lost",
      label: t("merge.lost"),
      tone: "quiet",
      cell: (row) => (row.of === "stays" || row.of === "neither") && value(from, row),
    },
  ];
}

function detailName({ locale }: Viewer, detail: KeptDetail["detail"]): string {
  const t = translator(locale, "customers");
  if ("metadata" in detail) return t("merge.metadata", { name: detail.metadata });
  if (detail.fact === "name") return t("form.name");
  return detail.fact === "defaultPaymentMethodId" ? t("merge.defaultMethod") : t(detail.fact);
}

type ValueProps = { viewer: Viewer; customer: CustomerRow; detail: KeptDetail["detail"] };

/** What one of them says of it. */
async function Value({ viewer, customer, detail }: ValueProps) {
  const { locale } = viewer;
  if ("metadata" in detail) {
    return Object.hasOwn(customer.metadata, detail.metadata) ? customer.metadata[detail.metadata] : null;
  }
  const { address, shipping, discount, preferredLocales, defaultPaymentMethodId } = customer;
  switch (detail.fact) {
    case "address":
      return address && <PostalAddress address={address} locale={locale} />;
    case "shipping":
      return shipping && <PostalAddress {...shipping} locale={locale} />;
    case "language":
      return preferredLocales[0] === undefined ? null : languageName(preferredLocales[0], locale);
    case "taxExempt":
      return translator(locale, "customers")(`taxStatus.${customer.taxExempt}`);
    case "discount":
      return discount && <CustomerDiscount viewer={viewer} discount={discount} />;
    case "defaultPaymentMethodId":
      return (
        defaultPaymentMethodId && methodName(await getPaymentMethod(viewer, defaultPaymentMethodId), locale)
      );
    default:
      return customer[detail.fact];
  }
}
