import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormEnd } from "../../../../../_forms/form-end";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { editRate } from "../../actions";
import { RateFields, rateLabels } from "../../rate-fields";
import { rateInWords } from "../../rate-words";
import { rateOf, type RatePageProps } from "../rate-page";

/** Changes what is said of a tax rate, never how much it is. */
export default async function EditTaxRatePage(props: RatePageProps) {
  const { viewer, rate } = await rateOf(props);
  const { locale } = viewer;
  const t = translator(locale, "taxRates");
  const common = translator(locale, "common");
  const back = paths.taxRate(viewer, rate.id);
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="text-soft">{t("editText", { rate: rateInWords(rate, locale) })}</p>
      <ActionForm action={editRate} formKey={newFormKey()} labels={rateLabels(locale)}>
        <input type="hidden" name="id" value={rate.id} />
        <RateFields viewer={viewer} rate={rate} />
        <FormEnd locale={locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "taxRates")("editTitle"));
