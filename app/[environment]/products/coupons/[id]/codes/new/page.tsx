import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../../_forms/action-form";
import { newFormKey } from "../../../../../../_server/form-key";
import { pageTitle } from "../../../../../../_server/page-title";
import { Button, ButtonLink } from "../../../../../../_ui/button";
import { DialogPage } from "../../../../../../_ui/dialog-page";
import { FormActions } from "../../../../../../_ui/form";
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
  const common = translator(locale, "common");
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
        <FormActions>
          <Button tone="primary">{t("createCode")}</Button>
          <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        </FormActions>
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("addCodeTitle"));
