import type { Page } from "#lib/api/page";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CouponRow } from "#lib/coupons/wire";
import { isRedeemable } from "#lib/coupons/status";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { DateTime } from "../../../../_ui/date-time";
import { Section } from "../../../../_ui/section";
import { type Column, Table } from "../../../../_ui/table";
import { redeemedInWords, standingOfCode } from "../coupon-words";
import { CouponStanding } from "../standing";

type CodeSectionProps = { viewer: Viewer; coupon: CouponRow; codes: Page<PromotionCode> };

/** What customers type to get a coupon. */
export function CodeSection({ viewer, coupon, codes }: CodeSectionProps) {
  const t = translator(viewer.locale, "coupons");
  const isOpen = isRedeemable(coupon, viewer.now()) && may(viewer, "products:write");
  const add = isOpen && <a href={paths.newPromotionCode(viewer, coupon.id)}>{t("addCode")}</a>;
  return (
    <Section title={t("codes")} aside={add}>
      {codes.rows.length === 0 ? (
        <p className="text-soft">{t("noCodes")}</p>
      ) : (
        <Table
          caption={t("codes")}
          columns={columnsFor(viewer)}
          rows={codes.rows}
          rowKey={({ row }) => row.id}
          rowHref={({ row }) => paths.promotionCode(viewer, row.couponId, row.id)}
        />
      )}
      {codes.hasMore && <p className="pt-2 text-soft">{t("moreCodes", { count: codes.rows.length })}</p>}
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<PromotionCode>[] {
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    { key: "code", label: t("code"), card: "title", cell: ({ row }) => <code>{row.code}</code> },
    {
      key: "state",
      label: t("state"),
      card: "state",
      cell: (code) => <CouponStanding viewer={viewer} standing={standingOfCode(code, view.now)} />,
    },
    {
      key: "redeemed",
      label: t("redeemed"),
      align: "end",
      card: "detail",
      cell: ({ row }) => redeemedInWords(row, locale),
    },
    {
      key: "until",
      label: t("expiresAt"),
      tone: "quiet",
      card: "moment",
      cell: ({ row }) => row.expiresAt !== null && <DateTime at={row.expiresAt - 1} view={view} as="date" />,
    },
  ];
}
