import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";
import { emailToConfirm } from "#lib/people/confirm-email";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { Button } from "../../../../_ui/button";
import { PlainPage } from "../../../../_ui/plain-page";
import { requestLocale } from "../../../../_ui/request-preferences";
import { takeNewEmail } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("confirmEmail.submit") };
}

/** Where the link to a new address leads. */
export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = translator(await requestLocale(), "auth");
  const link = await emailToConfirm(token);
  if (link === null) {
    return (
      <PlainPage title={t("confirmEmail.goneTitle")}>
        <p>{t("confirmEmail.gone")}</p>
      </PlainPage>
    );
  }
  const { email, isTaken } = link;
  if (isTaken) {
    return (
      <PlainPage title={t("confirmEmail.takenTitle")}>
        <p>{t("confirmEmail.taken", { email })}</p>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t("confirmEmail.title", { email })}>
      <p>{t("confirmEmail.text")}</p>
      <ActionForm action={takeNewEmail} formKey={newFormKey()}>
        <input type="hidden" name="token" value={token} />
        <Button tone="primary">{t("confirmEmail.submit")}</Button>
      </ActionForm>
    </PlainPage>
  );
}
