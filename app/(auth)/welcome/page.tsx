import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isUnopened } from "#lib/accounts/open-for-business";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../_forms/action-form";
import { BusinessFields, businessLabels } from "../../_accounts/business-fields";
import { FormTextField } from "../../_forms/fields";
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
  const own = { name: t("welcome.name"), email: t("welcome.email"), password: t("welcome.password") };
  return (
    <PlainPage title={t("welcome.title")}>
      <p>{t("welcome.intro")}</p>
      <ActionForm action={open} formKey={newFormKey()} labels={{ ...businessLabels(locale), ...own }}>
        <Section title={t("welcome.business")}>
          <BusinessFields locale={locale} />
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
