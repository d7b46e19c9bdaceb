import { countries } from "#lib/accounts/countries";
import { timeZones } from "#lib/accounts/time-zones";
import { type Locale, locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { FormCheckboxesField, FormSelectField, FormTextField } from "../_forms/fields";

/** What is asked of a business that opens an account. */
export function BusinessFields({ locale }: { locale: Locale }) {
  const t = translator(locale, "auth");
  const languages = translator(locale, "settings");
  return (
    <>
      <FormTextField
        name="accountName"
        label={t("welcome.accountName")}
        hint={t("welcome.accountNameHint")}
        attributes={{ required: true, maxLength: 100, autoComplete: "organization" }}
      />
      <FormSelectField
        name="country"
        label={t("welcome.country")}
        placeholder=""
        options={named(Object.keys(countries), new Intl.DisplayNames(locale, { type: "region" }))}
        required
      />
      <FormSelectField
        name="currency"
        label={t("welcome.currency")}
        hint={t("welcome.currencyHint")}
        placeholder=""
        options={named(currenciesOfCountries(), new Intl.DisplayNames(locale, { type: "currency" }))}
        required
      />
      <FormSelectField
        name="timeZone"
        label={t("welcome.timeZone")}
        hint={t("welcome.timeZoneHint")}
        options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <FormSelectField
        name="locale"
        label={t("welcome.language")}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: languages(`languages.${value}`) }))}
      />
      <FormCheckboxesField
        name="twoStep"
        label={t("welcome.twoStep")}
        hint={t("welcome.twoStepHint")}
        options={[{ value: "yes", label: t("welcome.twoStepYes") }]}
        defaultValues={["yes"]}
      />
    </>
  );
}

/** What the fields are called, for the errors above their form. */
export function businessLabels(locale: Locale): Record<string, string> {
  const t = translator(locale, "auth");
  return {
    accountName: t("welcome.accountName"),
    country: t("welcome.country"),
    currency: t("welcome.currency"),
    timeZone: t("welcome.timeZone"),
    locale: t("welcome.language"),
    twoStep: t("welcome.twoStep"),
  };
}

function currenciesOfCountries(): string[] {
  return [...new Set(Object.values(countries))];
}

function named(codes: string[], names: Intl.DisplayNames) {
  return codes
    .map((value) => ({ value, label: names.of(value.toUpperCase()) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
