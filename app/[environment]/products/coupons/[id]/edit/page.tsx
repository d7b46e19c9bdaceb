import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormTextField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { MetadataGroup } from "../../../_parts/metadata-group";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { currencyWords } from "../../../_parts/currency-words";
import { OtherAmounts, SubmitFirst } from "../../../_parts/other-currencies";
import { typedAmounts } from "../../../_parts/typed-amounts";
import { editCoupon } from "../../actions";
import { termsInWords } from "../../coupon-words";
import { couponLabels } from "../../form-words";
import { couponOf, type CouponPageProps } from "../coupon-page";

/** Changes what of a coupon may change. */
export default async function EditCouponPage(props: CouponPageProps) {
  const { viewer, coupon } = await couponOf(props);
  const { locale } = viewer;
  const t = translator(locale, "coupons");
  const common = translator(locale, "common");
  const back = paths.coupon(viewer, coupon.id);
  const initial = typedAmounts(coupon, locale);
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="text-soft">{t("editText", { terms: termsInWords(coupon, locale) })}</p>
      <ActionForm action={editCoupon} formKey={newFormKey()} labels={couponLabels(locale)}>
        <SubmitFirst />
        <input type="hidden" name="id" value={coupon.id} />
        <FormTextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          attributes={{ maxLength: 40, defaultValue: coupon.name ?? "" }}
        />
        {coupon.currency !== null && (
          <>
            <input type="hidden" name="currency" value={coupon.currency} />
            <OtherAmounts
              words={currencyWords(locale)}
              initial={initial}
              kept={Object.keys(coupon.currencyOptions)}
              label={t("amount")}
            />
          </>
        )}
        <MetadataGroup viewer={viewer} metadata={coupon.metadata} />
        <FormEnd locale={locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "coupons")("editTitle"));
