import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { listPromotionCodes } from "#lib/promotion-codes/queries";
import { Activity } from "../../../../_activity/activity";
import { ButtonLink } from "../../../../_ui/button";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Columns } from "../../../../_ui/section";
import { MetadataSection } from "../../_parts/metadata-section";
import { couponName, standingOf, termsInWords } from "../coupon-words";
import { CouponStanding } from "../standing";
import { CodeSection } from "./code-section";
import { CouponDetails } from "./coupon-details";
import { CouponFigures } from "./coupon-figures";
import { couponOf, type CouponPageProps } from "./coupon-page";

const mostCodes = 100;

/** Everything known of one coupon. */
export default async function CouponPage(props: CouponPageProps) {
  const { viewer, coupon } = await couponOf(props);
  const { locale } = viewer;
  const codes = await listPromotionCodes(viewer, { limit: mostCodes }, { couponId: coupon.id });
  const t = translator(locale, "coupons");
  const actions = may(viewer, "products:write") && (
    <>
      <ButtonLink href={paths.deleteCoupon(viewer, coupon.id)}>{t("delete")}</ButtonLink>
      <ButtonLink href={paths.editCoupon(viewer, coupon.id)} tone="primary">
        {t("edit")}
      </ButtonLink>
    </>
  );
  return (
    <Page>
      <PageHeader
        title={couponName(coupon)}
        titleAside={termsInWords(coupon, locale)}
        state={<CouponStanding viewer={viewer} standing={standingOf(coupon, viewer.now())} />}
        breadcrumb={{
          label: translator(locale, "common")("breadcrumb"),
          crumbs: [{ label: t("title"), href: paths.coupons(viewer) }],
        }}
        actions={actions}
      />
      <CouponFigures locale={locale} coupon={coupon} codes={codes} />
      <Columns
        main={
          <>
            <CodeSection viewer={viewer} coupon={coupon} codes={codes} />
            <Activity viewer={viewer} id={coupon.id} />
          </>
        }
        aside={
          <>
            <CouponDetails viewer={viewer} coupon={coupon} />
            <MetadataSection locale={locale} metadata={coupon.metadata} />
          </>
        }
      />
    </Page>
  );
}

export async function generateMetadata(props: CouponPageProps): Promise<Metadata> {
  return { title: couponName((await couponOf(props)).coupon) };
}
