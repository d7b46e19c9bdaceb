import type { Metadata } from "next";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import { ActionForm, UntilDone } from "../../_forms/action-form";
import { FormTextField } from "../../_forms/fields";
import { newFormKey } from "../../_server/form-key";
import { Button } from "../../_ui/button";
import { PlainPage } from "../../_ui/plain-page";
import { requestLocale } from "../../_ui/request-preferences";
import { askForReset } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("forgot.title") };
}

/** Asks for a link to choose a new password. The answer is the same whoever asks. */
export default async function ForgotPage() {
  const t = translator(await requestLocale(), "auth");
  return (
    <PlainPage title={t("forgot.title")} foot={<a href="/sign-in">{t("forgot.back")}</a>}>
      <p>{t("forgot.text")}</p>
      {!config().smtp && <p>{t("forgot.kept")}</p>}
      <ActionForm action={askForReset} formKey={newFormKey()} done={t("forgot.done")}>
        <UntilDone>
          <FormTextField
            name="email"
            label={t("signIn.email")}
            attributes={{ type: "email", required: true, autoComplete: "username", maxLength: 254 }}
          />
          <Button tone="primary">{t("forgot.submit")}</Button>
        </UntilDone>
      </ActionForm>
    </PlainPage>
  );
}
