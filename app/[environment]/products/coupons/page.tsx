import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listCoupons } from "#lib/coupons/queries";
import type { CouponRow } from "#lib/coupons/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { found } from "../../../_server/found";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { ButtonLink } from "../../../_ui/button";
import { DateTime } from "../../../_ui/date-time";
import { EmptyState } from "../../../_ui/empty-state";
import { Page } from "../../../_ui/page-header";
import { Pagination } from "../../../_ui/pagination";
import { type Column, Table } from "../../../_ui/table";
import { type ListQuery, neighbours, pageIn } from "../../developers/list-query";
import { CatalogueHeader } from "../_parts/catalogue-header";
import { couponName, redeemedInWords, standingOf, termsInWords } from "./coupon-words";
import { CouponStanding } from "./standing";

type PageProps = EnvironmentPageProps & { searchParams: Promise<ListQuery> };

/** Every coupon, newest first. */
export default async function CouponsPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const page = await found(listCoupons(viewer, pageIn(query)));
  const t = translator(viewer.locale, "coupons");
  const add = may(viewer, "products:write") && (
    <ButtonLink href={paths.newCoupon(viewer)} tone="primary" shortcut="n">
      {t("add")}
    </ButtonLink>
  );
  return (
    <Page>
      <CatalogueHeader viewer={viewer} current="coupons" actions={add} />
      {page.rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={t("title")}
            columns={columnsFor(viewer)}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.coupon(viewer, id)}
          />
          <Pagination
            locale={viewer.locale}
            summary={t("shown", { count: page.rows.length })}
            {...neighbours(paths.coupons(viewer), query, page)}
          />
        </>
      )}
    </Page>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("title"));

function columnsFor(viewer: Viewer): Column<CouponRow>[] {
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
      card: "moment",
      cell: ({ redeemBy }) => redeemBy !== null && <DateTime at={redeemBy - 1} view={view} as="date" />,
    },
  ];
}
