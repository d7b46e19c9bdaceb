import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";
import { canResetTwoStep } from "#lib/team/reset-two-step";
import { ActionForm } from "../../../_forms/action-form";
import { FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";
import { resetSecondStep } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("twoStepReset.title") };
}

/** Where the link leads that an administrator had sent to somebody who lost their device. */
export default async function TwoStepResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = translator(await requestLocale(), "auth");
  if (!(await canResetTwoStep(token))) {
    return (
      <PlainPage title={t("reset.goneTitle")}>
        <p>{t("twoStepReset.gone")}</p>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t("twoStepReset.title")}>
      <p>{t("twoStepReset.text")}</p>
      <ActionForm action={resetSecondStep} formKey={newFormKey()} labels={{ password: t("signIn.password") }}>
        <input type="hidden" name="token" value={token} />
        <FormTextField
          name="password"
          label={t("signIn.password")}
          attributes={{ type: "password", required: true, autoComplete: "current-password" }}
        />
        <Button tone="primary">{t("twoStepReset.submit")}</Button>
      </ActionForm>
    </PlainPage>
  );
}
