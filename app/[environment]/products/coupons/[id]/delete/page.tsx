import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { Button, ButtonLink } from "../../../../../_ui/button";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../_ui/form";
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
        <FormActions>
          <Button tone="danger">{t("deleteSubmit")}</Button>
          <ButtonLink href={back}>{translator(viewer.locale, "common")("cancel")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("deleteTitle"));
