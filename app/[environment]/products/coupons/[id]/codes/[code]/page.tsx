import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { isUsable } from "#lib/promotion-codes/status";
import type { PromotionCode } from "#lib/promotion-codes/wire";
import { Activity } from "../../../../../../_activity/activity";
import { ActionForm } from "../../../../../../_forms/action-form";
import { newFormKey } from "../../../../../../_server/form-key";
import { Button, ButtonLink } from "../../../../../../_ui/button";
import { Page, PageHeader } from "../../../../../../_ui/page-header";
import { Columns } from "../../../../../../_ui/section";
import { MetadataSection } from "../../../../_parts/metadata-section";
import { setCodeActive } from "../../../actions";
import { couponName, standingOfCode, termsInWords } from "../../../coupon-words";
import { CouponStanding } from "../../../standing";
import { CodeDetails } from "./code-details";
import { codeOf, type CodePageProps } from "./code-page";

/** Everything known of one promotion code. */
export default async function CodePage(props: CodePageProps) {
  const { viewer, code } = await codeOf(props);
  const { row, coupon } = code;
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const isDeleted = coupon.deletedAt !== null;
  const crumbs = [
    { label: t("title"), href: paths.coupons(viewer) },
    { label: couponName(coupon), ...(isDeleted ? {} : { href: paths.coupon(viewer, coupon.id) }) },
  ];
  return (
    <Page>
      <PageHeader
        title={<code>{row.code}</code>}
        titleAside={termsInWords(coupon, locale)}
        state={<CouponStanding viewer={viewer} standing={standingOfCode(code, viewer.now())} />}
        breadcrumb={{ label: translator(locale, "common")("breadcrumb"), crumbs }}
        actions={may(viewer, "products:write") && <Actions viewer={viewer} code={code} />}
      />
      <Columns
        main={
          <>
            <CodeDetails viewer={viewer} code={code} />
            <Activity viewer={viewer} id={row.id} />
          </>
        }
        aside={<MetadataSection locale={locale} metadata={row.metadata} />}
      />
    </Page>
  );
}

export async function generateMetadata(props: CodePageProps): Promise<Metadata> {
  return { title: (await codeOf(props)).code.row.code };
}

function Actions({ viewer, code: { row, coupon } }: { viewer: Viewer; code: PromotionCode }) {
  const t = translator(viewer.locale, "coupons");
  const canBeUsed = isUsable(row, coupon, viewer.now());
  return (
    <>
      <ActionForm action={setCodeActive} formKey={newFormKey()}>
        <input type="hidden" name="id" value={row.id} />
        <input type="hidden" name="active" value={row.active ? "no" : "yes"} />
        <Button disabledReason={row.active || canBeUsed ? null : t("staysOff")}>
          {row.active ? t("switchOff") : t("switchOn")}
        </Button>
      </ActionForm>
      <ButtonLink href={paths.editPromotionCode(viewer, coupon.id, row.id)} tone="primary">
        {t("edit")}
      </ButtonLink>
    </>
  );
}
