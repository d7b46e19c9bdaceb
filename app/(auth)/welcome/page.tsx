import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { countries } from "#lib/accounts/countries";
import { isUnopened } from "#lib/accounts/open-for-business";
import { timeZones } from "#lib/accounts/time-zones";
import { config } from "#lib/config";
import { locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../_forms/fields";
import { newFormKey } from "../../_server/form-key";
import { Button } from "../../_ui/button";
import { PlainPage } from "../../_ui/plain-page";
import { requestLocale } from "../../_ui/request-preferences";
import { Section } from "../../_ui/section";
import { open } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("welcome.title") };
}

/** The first visitor of an empty Comptoir becomes the owner of its first account. */
export default async function WelcomePage() {
  if (config().demo || !(await isUnopened())) redirect("/sign-in");
  const locale = await requestLocale();
  const t = translator(locale, "auth");
  const languages = translator(locale, "settings");
  return (
    <PlainPage title={t("welcome.title")}>
      <p>{t("welcome.intro")}</p>
      <ActionForm action={open} formKey={newFormKey()}>
        <Section title={t("welcome.business")}>
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
        </Section>
        <Section title={t("welcome.you")}>
          <FormTextField
            name="name"
            label={t("welcome.name")}
            attributes={{ required: true, maxLength: 100, autoComplete: "name" }}
          />
          <FormTextField
            name="email"
            label={t("welcome.email")}
            attributes={{ type: "email", required: true, autoComplete: "username" }}
          />
          <FormTextField
            name="password"
            label={t("welcome.password")}
            hint={t("welcome.passwordHint")}
            attributes={{ type: "password", required: true, autoComplete: "new-password" }}
          />
        </Section>
        <Button tone="primary">{t("welcome.submit")}</Button>
      </ActionForm>
    </PlainPage>
  );
}

function currenciesOfCountries(): string[] {
  return [...new Set(Object.values(countries))];
}

function named(codes: string[], names: Intl.DisplayNames) {
  return codes
    .map((value) => ({ value, label: names.of(value.toUpperCase()) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
