import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

/** What the fields of a coupon say that are drawn in the browser too. */
export type CouponWords = ReturnType<typeof couponWords>;

export function couponWords(locale: Locale) {
  const t = translator(locale, "coupons");
  return {
    kind: t("kind"),
    kinds: (["percent", "amount"] as const).map((value) => ({ value, label: t(`kindOf.${value}`) })),
    percent: t("percent"),
    amount: t("amount"),
    duration: t("durationLabel"),
    durations: (["once", "repeating", "forever"] as const).map((value) => ({
      value,
      label: t(`durationOf.${value}`),
      hint: t(`durationHint.${value}`),
    })),
    months: t("months"),
  };
}

/** What the fields are called, for the errors above the form. */
export function couponLabels(locale: Locale): Record<string, string> {
  const t = translator(locale, "coupons");
  return {
    percent: t("percent"),
    amount: t("amount"),
    months: t("months"),
    name: t("name"),
    id: t("id"),
    redeemBy: t("redeemBy"),
    maxRedemptions: t("maxRedemptions"),
    code: t("code"),
    customer: t("customer"),
    expiresAt: t("expiresAt"),
    minimum: t("minimum"),
  };
}
