import type { Viewer } from "#lib/auth/viewer";
import type { CouponRow } from "#lib/coupons/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { namesOfProducts } from "#lib/products/queries";
import { Copyable } from "../../../../_ui/copyable";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";
import { moneyInWords } from "../../_parts/money-words";
import { durationInWords, offInWords } from "../coupon-words";

/** The terms of a coupon. */
export async function CouponDetails({ viewer, coupon }: { viewer: Viewer; coupon: CouponRow }) {
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const common = translator(locale, "common");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  const { redeemBy, productIds } = coupon;
  const others = Object.entries(coupon.currencyOptions).map(([currency, amount]) =>
    moneyInWords(amount, currency, locale),
  );
  return (
    <Section title={t("details")}>
      <DescriptionList
        items={[
          {
            term: t("id"),
            value: <Copyable value={coupon.id} copy={common("copy")} copied={common("copied")} />,
          },
          { term: t("takesOff"), value: offInWords(coupon, locale) },
          { term: t("inOthers"), value: others.length > 0 ? others.join(", ") : null },
          { term: t("durationLabel"), value: durationInWords(coupon, locale) },
          { term: t("redeemBy"), value: redeemBy && <DateTime at={redeemBy - 1} view={view} as="date" /> },
          { term: t("products"), value: productIds && <Products viewer={viewer} ids={productIds} /> },
          { term: t("created"), value: <DateTime at={coupon.createdAt} view={view} as="date" /> },
        ]}
      />
    </Section>
  );
}

async function Products({ viewer, ids }: { viewer: Viewer; ids: string[] }) {
  const names = await namesOfProducts(viewer, ids);
  return (
    <ul className="grid gap-1">
      {ids.map((id) => {
        const name = names.get(id);
        return <li key={id}>{name ? <a href={paths.product(viewer, id)}>{name}</a> : <code>{id}</code>}</li>;
      })}
    </ul>
  );
}
