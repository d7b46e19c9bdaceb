import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { removeCoupon } from "../../actions";
import { couponName } from "../../coupon-words";
import { couponOf, type CouponPageProps } from "../coupon-page";

/** Says what deleting a coupon means, then does it. */
export default async function DeleteCouponPage(props: CouponPageProps) {
  const { viewer, coupon } = await couponOf(props);
  const t = translator(viewer.locale, "coupons");
  const back = paths.coupon(viewer, coupon.id);
  return (
    <DialogPage title={t("deleteTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="break-words">
        {t("deleteText", { name: couponName(coupon), count: coupon.timesRedeemed })}
      </p>
      <ActionForm action={removeCoupon} formKey={newFormKey()}>
        <input type="hidden" name="id" value={coupon.id} />
        <FormEnd locale={viewer.locale} submit={t("deleteSubmit")} back={back} tone="danger" />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("deleteTitle"));
