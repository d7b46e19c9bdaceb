import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { getCouponOrDeleted } from "#lib/coupons/queries";
import type { CustomerRow } from "#lib/customers/wire";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { couponName, termsInWords } from "../../products/coupons/coupon-words";

type CustomerDiscountProps = { viewer: Viewer; discount: NonNullable<CustomerRow["discount"]> };

/** What a customer pays less, for how long, and the coupon that they have it of. */
export async function CustomerDiscount({ viewer, discount }: CustomerDiscountProps) {
  const { couponId, start, end } = discount;
  if (!may(viewer, "products:read")) return <code>{couponId}</code>;
  const t = translator(viewer.locale, "customers");
  const coupon = await getCouponOrDeleted(viewer, couponId);
  const name = couponName(coupon);
  const date = (at: number) => formatDate(at, { locale: viewer.locale, timeZone: viewer.timeZone });
  return (
    <>
      {coupon.deletedAt === null ? <a href={paths.coupon(viewer, couponId)}>{name}</a> : name}
      <br />
      {termsInWords(coupon, viewer.locale)}
      <br />
      {end === null
        ? t("discountSince", { from: date(start) })
        : t("discountWithin", { from: date(start), to: date(end) })}
    </>
  );
}
