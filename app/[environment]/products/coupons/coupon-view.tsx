import type { Viewer } from "#lib/auth/viewer";
import { type CouponQuery, couponDurations, couponList } from "#lib/coupons/coupon-list";
import type { CouponRow } from "#lib/coupons/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ChoiceFilter } from "../../../_lists/choice-filter";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListColumn } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { catalogueView } from "../_list/catalogue-view";
import { couponName, redeemedInWords, standingOf, termsInWords } from "./coupon-words";
import { CouponStanding } from "./standing";

/** Coupons as people see them. */
export const couponView = catalogueView<CouponRow, CouponQuery>({
  source: couponList,
  words: "coupons",
  columns,
  one: paths.coupon,
  edit: paths.editCoupon,
  add: paths.newCoupon,
  filters: (props) => <DurationFilter {...props} />,
});

function DurationFilter({ viewer, place, query }: FilterProps<CouponQuery>) {
  const t = translator(viewer.locale, "coupons");
  return (
    <ChoiceFilter
      {...{ viewer, place }}
      name="duration"
      label={t("durationLabel")}
      options={couponDurations.map((value) => ({ value, label: t(`durationOf.${value}`) }))}
      chosen={query.durations}
      others={{ ...query, durations: [] }}
    />
  );
}

function columns(viewer: Viewer): ListColumn<CouponRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "name", label: t("name"), card: "title", cell: couponName },
    { key: "terms", label: t("takesOff"), card: "detail", cell: (coupon) => termsInWords(coupon, locale) },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: (coupon) => <CouponStanding viewer={viewer} standing={standingOf(coupon, view.now)} />,
    },
    {
      key: "redeemed",
      label: t("redeemed"),
      align: "end",
      cell: (coupon) => redeemedInWords(coupon, locale),
    },
    {
      key: "until",
      label: t("redeemBy"),
      tone: "quiet",
      card: "none",
      cell: ({ redeemBy }) => redeemBy !== null && <DateTime at={redeemBy - 1} view={view} as="date" />,
    },
  ];
}
