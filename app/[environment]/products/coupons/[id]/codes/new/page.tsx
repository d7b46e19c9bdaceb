import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../../_forms/action-form";
import { FormEnd } from "../../../../../../_forms/form-end";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageTitle } from "../../../../../../_server/page-title";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { SubmitFirst } from "../../../../_parts/other-currencies";
import { addCode } from "../../../actions";
import { couponName, termsInWords } from "../../../coupon-words";
import { couponLabels } from "../../../form-words";
import { couponOf, type CouponPageProps } from "../../coupon-page";
import { CodeFields } from "./code-fields";

/** Adds a code that customers type to get a coupon. */
export default async function NewCodePage(props: CouponPageProps) {
  const { viewer, coupon } = await couponOf(props);
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const back = paths.coupon(viewer, coupon.id);
  return (
    <DialogPage title={t("addCodeTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="text-soft">
        {t("addCodeText", { name: couponName(coupon), terms: termsInWords(coupon, locale) })}
      </p>
      <ActionForm action={addCode} formKey={newFormKey()} labels={couponLabels(locale)}>
        <SubmitFirst />
        <input type="hidden" name="coupon" value={coupon.id} />
        <CodeFields viewer={viewer} currency={coupon.currency ?? viewer.environment.currency} />
        <FormEnd locale={locale} submit={t("createCode")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("addCodeTitle"));
