import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../../_forms/action-form";
import { FormSelectField } from "../../../../../_forms/fields";
import { FormEnd } from "../../../../../_forms/form-end";
import { MetadataGroup } from "../../../_parts/metadata-group";
import { newFormKey } from "../../../../../_server/form-key";
import { pageTitle } from "../../../../../_server/page-title";
import { DialogPage } from "../../../../../_ui/dialog-page";
import { currencyWords } from "../../../_parts/currency-words";
import { moneyInWords } from "../../../_parts/money-words";
import { OtherAmounts, SubmitFirst } from "../../../_parts/other-currencies";
import { typedAmounts } from "../../../_parts/typed-amounts";
import { editShipping } from "../../actions";
import { shippingLabels } from "../../shipping-labels";
import { shippingOf, type ShippingPageProps } from "../shipping-page";

/** Changes what of a way to ship may change. */
export default async function EditShippingRatePage(props: ShippingPageProps) {
  const { viewer, rate } = await shippingOf(props);
  const { locale } = viewer;
  const t = translator(locale, "shippingRates");
  const prices = translator(locale, "prices");
  const common = translator(locale, "common");
  const back = paths.shippingRate(viewer, rate.id);
  const amounts = Object.entries(rate.currencyOptions).map(([code, { amount }]) => [code, amount] as const);
  const currencyOptions = Object.fromEntries(amounts);
  return (
    <DialogPage title={t("editTitle")} close={{ href: back, label: t("backToOne") }}>
      <p className="text-soft">
        {t("editText", { name: rate.displayName, amount: moneyInWords(rate.amount, rate.currency, locale) })}
      </p>
      <ActionForm action={editShipping} formKey={newFormKey()} labels={shippingLabels(locale)}>
        <SubmitFirst />
        <input type="hidden" name="id" value={rate.id} />
        <input type="hidden" name="currency" value={rate.currency} />
        <OtherAmounts
          words={currencyWords(locale)}
          initial={typedAmounts({ currency: rate.currency, currencyOptions }, locale)}
          kept={Object.keys(currencyOptions)}
          label={t("amount")}
        />
        {rate.taxBehavior === "unspecified" && (
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
        )}
        <MetadataGroup viewer={viewer} metadata={rate.metadata} />
        <FormEnd locale={locale} submit={common("save")} back={back} />
      </ActionForm>
    </DialogPage>
  );
}

export const generateMetadata = pageTitle((locale) => translator(locale, "shippingRates")("editTitle"));
