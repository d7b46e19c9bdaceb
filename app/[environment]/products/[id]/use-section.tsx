import type { Viewer } from "#lib/auth/viewer";
import { couponsFor } from "#lib/coupons/coupons-for";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ProductRow } from "#lib/products/wire";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { couponName, standingOf, termsInWords } from "../coupons/coupon-words";
import { CouponStanding } from "../coupons/standing";

/** Where else of the catalogue a product is named: the coupons that are for it. */
export async function UseSection({ viewer, product }: { viewer: Viewer; product: ProductRow }) {
  const coupons = await couponsFor(viewer, product.id);
  if (coupons.length === 0) return null;
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  return (
    <Section title={t("forProduct")}>
      <Table
        caption={t("forProduct")}
        columns={[
          { key: "name", label: t("name"), card: "title", cell: couponName },
          {
            key: "state",
            label: t("state"),
            card: "state",
            cell: (coupon) => <CouponStanding viewer={viewer} standing={standingOf(coupon, viewer.now())} />,
          },
          {
            key: "terms",
            label: t("takesOff"),
            card: "detail",
            cell: (coupon) => termsInWords(coupon, locale),
          },
        ]}
        rows={coupons}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.coupon(viewer, id)}
      />
    </Section>
  );
}
