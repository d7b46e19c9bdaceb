import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";
import { canResetPassword } from "#lib/people/reset-password";
import { ActionForm } from "../../../_forms/action-form";
import { FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button, ButtonLink } from "../../../_ui/button";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";
import { choosePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("reset.title") };
}

/** Where the link for a new password leads. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = translator(await requestLocale(), "auth");
  if (!(await canResetPassword(token))) {
    return (
      <PlainPage title={t("reset.goneTitle")}>
        <p>{t("reset.gone")}</p>
        <div className="ui-actions">
          <ButtonLink href="/forgot">{t("forgot.title")}</ButtonLink>
        </div>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t("reset.title")}>
      <p>{t("reset.text")}</p>
      <ActionForm action={choosePassword} formKey={newFormKey()} labels={{ password: t("reset.password") }}>
        <input type="hidden" name="token" value={token} />
        <FormTextField
          name="password"
          label={t("reset.password")}
          hint={t("welcome.passwordHint")}
          attributes={{ type: "password", required: true, autoComplete: "new-password" }}
        />
        <Button tone="primary">{t("reset.submit")}</Button>
      </ActionForm>
    </PlainPage>
  );
}
