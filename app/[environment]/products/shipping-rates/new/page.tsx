import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { taxCodes } from "#lib/tax-codes/catalogue";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { MetadataGroup } from "../../_parts/metadata-group";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { DialogPage } from "../../../../_ui/dialog-page";
import { currencyWords } from "../../_parts/currency-words";
import { OtherAmounts, SubmitFirst } from "../../_parts/other-currencies";
import { addShipping } from "../actions";
import { shippingLabels } from "../shipping-labels";
import { EstimateFields } from "./estimate-fields";

const shipping = "txcd_92010001";

/** Adds a way to ship. */
export default async function NewShippingRatePage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { locale } = viewer;
  const { currency } = viewer.environment;
  const t = translator(locale, "shippingRates");
  const prices = translator(locale, "prices");
  const words = currencyWords(locale);
  const back = paths.shippingRates(viewer);
  return (
    <DialogPage title={t("addTitle")} close={{ href: back, label: t("back") }}>
      <p className="text-soft">{t("addText")}</p>
      <ActionForm action={addShipping} formKey={newFormKey()} labels={shippingLabels(locale)}>
        <SubmitFirst />
        <FormTextField
          name="displayName"
          label={t("name")}
          hint={t("nameHint")}
          attributes={{ required: true, maxLength: 100, autoComplete: "off" }}
        />
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <FormTextField
            name="amount"
            label={t("amount")}
            attributes={{ required: true, inputMode: "decimal", autoComplete: "off" }}
          />
          <FormSelectField
            name="currency"
            label={words.currency}
            options={words.currencies}
            defaultValue={currency}
          />
        </div>
        <OtherAmounts words={words} initial={{ currency }} label={t("amount")} />
        <EstimateFields locale={locale} />
        <FormSelectField
          name="taxBehavior"
          label={prices("taxBehavior")}
          hint={prices("form.taxBehaviorHint")}
          options={(["unspecified", "exclusive", "inclusive"] as const).map((value) => ({
            value,
            label: prices(`tax.${value}`),
          }))}
          defaultValue="unspecified"
        />
        <FormSelectField
          name="taxCode"
          label={translator(locale, "products")("field.taxCode")}
          placeholder={translator(locale, "products")("noTaxCode")}
          options={taxCodes.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={shipping}
        />
        <MetadataGroup viewer={viewer} metadata={{}} />
        <FormEnd locale={locale} submit={t("create")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "shippingRates")("addTitle"));
