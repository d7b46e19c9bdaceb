import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../_forms/action-form";
import { FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { PlainPage } from "../../../_ui/plain-page";
import { unlock } from "./actions";

type LockedReceiptProps = { token: string; from: string; locale: Locale };

/** An old receipt: it says nothing before its reader names the address it was made out to. */
export function LockedReceipt({ token, from, locale }: LockedReceiptProps) {
  const t = translator(locale, "receipts");
  return (
    <PlainPage title={t("lockedTitle")} from={from}>
      <p>{t("locked")}</p>
      <ActionForm action={unlock.bind(null, { token, locale })} formKey={newFormKey()}>
        <FormTextField
          name="email"
          label={t("email")}
          attributes={{ type: "email", required: true, autoComplete: "email" }}
        />
        <Button tone="primary">{t("unlock")}</Button>
      </ActionForm>
    </PlainPage>
  );
}
