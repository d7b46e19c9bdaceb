import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormRadioField, FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { addRate } from "../actions";
import { RateFields, rateLabels } from "../rate-fields";

/** Adds a tax rate. */
export default async function NewTaxRatePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale } = viewer;
  const t = translator(locale, "taxRates");
  const back = paths.taxRates(viewer);
  return (
    <DialogPage title={t("addTitle")} close={{ href: back, label: t("back") }}>
      <p className="text-soft">{t("addText")}</p>
      <ActionForm action={addRate} formKey={newFormKey()} labels={rateLabels(locale)}>
        <FormTextField
          name="percentage"
          label={t("percentage")}
          attributes={{ required: true, inputMode: "decimal", autoComplete: "off" }}
        />
        <FormRadioField
          name="inclusive"
          label={t("inPrices")}
          options={[
            { value: "yes", label: t("inclusive"), hint: t("inclusiveHint") },
            { value: "no", label: t("exclusive"), hint: t("exclusiveHint") },
          ]}
          defaultValue="yes"
        />
        <RateFields viewer={viewer} />
        <FormEnd locale={locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "taxRates")("addTitle"));
