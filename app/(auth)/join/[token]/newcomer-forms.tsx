import { askForPasskey } from "#lib/auth/passkeys/registration";
import { relyingParty } from "#lib/auth/passkeys/relying-party";
import { type Locale, locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Invitation } from "#lib/team/invitations";
import { PasskeyButton } from "../../../_passkeys/passkey-button";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { Disclosure } from "../../../_ui/disclosure";
import { requestLocale } from "../../../_ui/request-preferences";
import { joinAsNewcomer, joinWithPasskey } from "./actions";

type NewcomerProps = { token: string; invitation: Pick<Invitation, "id" | "email"> };

/** How somebody new joins: with a password, or without one. */
export async function NewcomerForms({ token, invitation }: NewcomerProps) {
  const locale = await requestLocale();
  const t = translator(locale, "auth");
  return (
    <>
      <p>{t("join.newcomer", { email: invitation.email })}</p>
      <ActionForm action={joinAsNewcomer} formKey={newFormKey()} labels={labelsOf(locale)}>
        <input type="hidden" name="token" value={token} />
        {/* Password managers look for whose password it is. */}
        <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
        <Self locale={locale} />
        <FormTextField
          name="password"
          label={t("welcome.password")}
          hint={t("welcome.passwordHint")}
          attributes={{ type: "password", required: true, autoComplete: "new-password" }}
        />
        <Button tone="primary">{t("join.submit")}</Button>
      </ActionForm>
      {relyingParty() && <WithPasskey token={token} invitation={invitation} locale={locale} />}
    </>
  );
}

async function WithPasskey({ token, invitation, locale }: NewcomerProps & { locale: Locale }) {
  const { id, email } = invitation;
  const make = await askForPasskey({ email, name: email }, `join ${id}`);
  const t = translator(locale, "passkeys");
  return (
    <div className="ui-needs-script">
      <Disclosure summary={t("joinText")}>
        <ActionForm action={joinWithPasskey} formKey={newFormKey()} labels={labelsOf(locale)}>
          <input type="hidden" name="token" value={token} />
          <Self locale={locale} prefix="passkey-" />
          <PasskeyButton ask={{ make }} label={t("join")} failed={t("addFailed")} />
        </ActionForm>
      </Disclosure>
    </div>
  );
}

/** What they say of themselves. */
function Self({ locale, prefix = "" }: { locale: Locale; prefix?: string }) {
  const labels = labelsOf(locale);
  const languages = translator(locale, "settings");
  return (
    <>
      <FormTextField
        id={`${prefix}name`}
        name="name"
        label={labels.name}
        attributes={{ required: true, maxLength: 100, autoComplete: "name" }}
      />
      <FormSelectField
        id={`${prefix}locale`}
        name="locale"
        label={labels.locale}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: languages(`languages.${value}`) }))}
      />
    </>
  );
}

function labelsOf(locale: Locale) {
  const t = translator(locale, "auth");
  return { name: t("welcome.name"), locale: t("welcome.language"), password: t("welcome.password") };
}
