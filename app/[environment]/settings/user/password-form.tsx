import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../_forms/action-form";
import { FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { FormActions } from "../../../_ui/form";
import { Section } from "../../../_ui/section";
import { savePassword } from "./actions";

export function PasswordForm({ locale, email }: { locale: Locale; email: string }) {
  const t = translator(locale, "settings");
  return (
    <Section title={t("user.password")}>
      <ActionForm
        action={savePassword}
        formKey={newFormKey()}
        done={t("user.passwordChanged")}
        label={t("user.password")}
        labels={{ currentPassword: t("user.currentPassword"), newPassword: t("user.newPassword") }}
      >
        {/* Password managers look for whose password it is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <FormTextField
          name="currentPassword"
          label={t("user.currentPassword")}
          attributes={{ type: "password", required: true, autoComplete: "current-password" }}
        />
        <FormTextField
          name="newPassword"
          label={t("user.newPassword")}
          hint={t("user.newPasswordHint")}
          attributes={{ type: "password", required: true, autoComplete: "new-password" }}
        />
        <FormActions>
          <Button>{t("user.changePassword")}</Button>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
