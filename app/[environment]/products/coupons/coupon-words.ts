import { isRedeemable } from "#lib/coupons/status";
import type { CouponRow } from "#lib/coupons/wire";
import { formatNumber, formatPercent } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { isUsable } from "#lib/promotion-codes/status";
import type { StatusLook } from "../../../_ui/status";
import { moneyInWords } from "../_parts/money-words";

/** What a coupon goes by. */
export function couponName({ name, id }: CouponRow): string {
  return name ?? id;
}

/** What a coupon takes off and for how long: "10% off, once". */
export function termsInWords(coupon: CouponRow, locale: Locale): string {
  const t = translator(locale, "coupons");
  return t("terms", { off: offInWords(coupon, locale), duration: durationInWords(coupon, locale) });
}

/** What a coupon takes off: "10%", "€5.00". */
export function offInWords({ percentOff, amountOff, currency }: CouponRow, locale: Locale): string {
  if (percentOff !== null) return formatPercent(Number(percentOff) / 100, locale, 4);
  return moneyInWords(amountOff, currency, locale);
}

export function durationInWords({ duration, durationInMonths }: CouponRow, locale: Locale): string {
  const t = translator(locale, "coupons");
  return duration === "repeating"
    ? t("duration.repeating", { count: durationInMonths ?? 1 })
    : t(`duration.${duration}`);
}

/** How often something was redeemed, of how often it may be: "12 of 500". */
export function redeemedInWords(
  { timesRedeemed, maxRedemptions }: Pick<CouponRow, "timesRedeemed" | "maxRedemptions">,
  locale: Locale,
): string {
  const times = formatNumber(timesRedeemed, locale);
  if (maxRedemptions === null) return times;
  return translator(locale, "coupons")("redeemedOf", { times, most: formatNumber(maxRedemptions, locale) });
}

type Standing = "valid" | "usedUp" | "expired" | "off";

export const looks: Record<Standing, StatusLook> = {
  valid: { tone: "good", mark: "filled" },
  usedUp: { tone: "plain", mark: "filled" },
  expired: { tone: "plain", mark: "ring" },
  off: { tone: "plain", mark: "ring" },
};

/** Whether a coupon can be redeemed, and why not. */
export function standingOf(coupon: CouponRow, now: number): Standing {
  if (isRedeemable(coupon, now)) return "valid";
  return coupon.redeemBy !== null && coupon.redeemBy <= now ? "expired" : "usedUp";
}

/** Whether a code can be redeemed, and why not: for its own sake or its coupon's. */
export function standingOfCode({ row, coupon }: PromotionCode, now: number): Standing {
  if (!row.active) return "off";
  if (isUsable(row, coupon, now)) return "valid";
  if (row.expiresAt !== null && row.expiresAt <= now) return "expired";
  return isRedeemable(coupon, now) ? "usedUp" : standingOf(coupon, now);
}
