import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { FormSelectField, FormTextField } from "../../../../_forms/fields";
import { deliveryUnits } from "../shipping-typed";

/** How long it takes, from the quickest to the slowest. */
export function EstimateFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "shippingRates");
  const note = translator(locale, "common")("optional");
  return (
    <fieldset>
      <legend className="ui-label pb-1">{t("estimate")}</legend>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <FormTextField
          name="minimum"
          label={t("minimum")}
          note={note}
          attributes={{ inputMode: "numeric", autoComplete: "off" }}
        />
        <FormTextField
          name="maximum"
          label={t("maximum")}
          note={note}
          attributes={{ inputMode: "numeric", autoComplete: "off" }}
        />
        <FormSelectField
          name="unit"
          label={t("unit")}
          options={deliveryUnits.map((value) => ({ value, label: t(`unitOf.${value}`) }))}
          defaultValue="business_day"
        />
      </div>
    </fieldset>
  );
}
