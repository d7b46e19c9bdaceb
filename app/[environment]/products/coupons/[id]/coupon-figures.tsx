import type { Page } from "#lib/api/page";
import type { CouponRow } from "#lib/coupons/wire";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { Figures } from "../../../../_ui/figures";

type CouponFiguresProps = { locale: Locale; coupon: CouponRow; codes: Page<PromotionCode> };

/** How much a coupon is used. */
export function CouponFigures({ locale, coupon, codes }: CouponFiguresProps) {
  const t = translator(locale, "coupons");
  const { timesRedeemed, maxRedemptions } = coupon;
  const byCode = codes.rows.reduce((sum, { row }) => sum + row.timesRedeemed, 0);
  const left = maxRedemptions === null ? null : Math.max(0, maxRedemptions - timesRedeemed);
  return (
    <Figures
      figures={[
        { key: "redeemed", label: t("redeemed"), value: formatNumber(timesRedeemed, locale) },
        {
          key: "left",
          label: t("left"),
          value: left === null ? t("noLimit") : formatNumber(left, locale),
        },
        {
          key: "codes",
          label: t("byCode"),
          value: formatNumber(byCode, locale),
          note: codes.hasMore ? t("ofNewestCodes", { most: codes.rows.length }) : null,
        },
      ]}
    />
  );
}
