import type { Viewer } from "#lib/auth/viewer";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { taxTypes } from "#lib/tax-rates/tax-types";
import type { TaxRateRow } from "#lib/tax-rates/wire";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { MetadataGroup } from "../_parts/metadata-group";
import { typeInWords } from "./rate-words";

type RateFieldsProps = { viewer: Viewer; rate?: TaxRateRow };

/** What can be said of a tax rate at any time. */
export function RateFields({ viewer, rate }: RateFieldsProps) {
  const { locale } = viewer;
  const t = translator(locale, "taxRates");
  const note = translator(locale, "common")("optional");
  const types = taxTypes
    .map((value) => ({ value, label: typeInWords(value, locale) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <>
      <FormTextField
        name="displayName"
        label={t("name")}
        hint={t("nameHint")}
        attributes={{ required: true, maxLength: 50, defaultValue: rate?.displayName }}
      />
      <FormSelectField
        name="taxType"
        label={t("type")}
        note={note}
        placeholder={t("noType")}
        options={types}
        defaultValue={rate?.taxType ?? ""}
      />
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <FormTextField
          name="country"
          label={t("country")}
          note={note}
          attributes={{ maxLength: 2, placeholder: "FR", defaultValue: rate?.country ?? "" }}
        />
        <FormTextField
          name="state"
          label={t("stateOrProvince")}
          note={note}
          attributes={{ maxLength: 3, defaultValue: rate?.state ?? "" }}
        />
        <FormTextField
          name="jurisdiction"
          label={t("jurisdiction")}
          note={note}
          attributes={{ maxLength: 50, defaultValue: rate?.jurisdiction ?? "" }}
        />
      </div>
      <FormTextField
        name="description"
        label={t("description")}
        note={note}
        hint={t("descriptionHint")}
        attributes={{ defaultValue: rate?.description ?? "" }}
      />
      <MetadataGroup viewer={viewer} metadata={rate?.metadata ?? {}} />
    </>
  );
}

/** What the fields are called, for the errors above the form. */
export function rateLabels(locale: Locale): Record<string, string> {
  const t = translator(locale, "taxRates");
  return {
    displayName: t("name"),
    percentage: t("percentage"),
    inclusive: t("inPrices"),
    country: t("country"),
    state: t("stateOrProvince"),
    jurisdiction: t("jurisdiction"),
    description: t("description"),
  };
}
