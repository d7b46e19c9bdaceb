import type { Viewer } from "#lib/auth/viewer";
import { type CopyFate, type CopyPlan, planCopy } from "#lib/catalogue/plan-copy";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ProductRow } from "#lib/products/wire";
import { ActionForm } from "../../../../_forms/action-form";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageViewer } from "../../../../_server/page-viewer";
import { Table } from "../../../../_ui/table";
import { couponName } from "../../coupons/coupon-words";
import { priceInWords } from "../../price-words";
import { copy } from "./actions";

type CopyPreviewProps = { viewer: Viewer; product: ProductRow; target: { slug: string; name: string } };

/** What copying will do, and the button that does it. */
export async function CopyPreview({ viewer, product, target }: CopyPreviewProps) {
  const { locale } = viewer;
  const t = translator(locale, "copy");
  const plan = await planCopy(viewer, await pageViewer(target.slug), product.id);
  const lines = linesOf(plan, locale);
  const isDone = lines.every(({ fate }) => fate === "there");
  return (
    <>
      <Table
        caption={t("what")}
        columns={[
          { key: "name", label: t("what"), card: "title", cell: ({ name }) => name },
          {
            key: "kind",
            label: t("kindLabel"),
            card: "detail",
            tone: "quiet",
            cell: ({ kind }) => t(`kind.${kind}`),
          },
          { key: "fate", label: t("fateLabel"), card: "state", cell: ({ fate }) => t(`fate.${fate}`) },
        ]}
        rows={lines}
        rowKey={({ id }) => id}
      />
      <ActionForm action={copy} formKey={newFormKey()}>
        <input type="hidden" name="id" value={product.id} />
        <input type="hidden" name="environment" value={target.slug} />
        <FormEnd
          locale={locale}
          submit={t("submit", { environment: target.name })}
          back={paths.product(viewer, product.id)}
          disabledReason={isDone ? t("allThere") : null}
        />
      </ActionForm>
    </>
  );
}

interface Line {
  id: string;
  name: string;
  kind: "product" | "price" | "feature" | "coupon";
  fate: CopyFate;
}

function linesOf({ product, prices, features, coupons }: CopyPlan, locale: Locale): Line[] {
  return [
    { id: product.row.id, name: product.row.name, kind: "product", fate: product.fate },
    ...prices.map(({ row, fate }): Line => ({
      id: row.id,
      name: priceInWords(row, locale),
      kind: "price",
      fate,
    })),
    ...features.map(({ row, fate }): Line => ({ id: row.id, name: row.name, kind: "feature", fate })),
    ...coupons.map(({ row, fate }): Line => ({ id: row.id, name: couponName(row), kind: "coupon", fate })),
  ];
}
