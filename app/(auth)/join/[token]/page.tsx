import type { Metadata } from "next";
import { locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { personByEmail } from "#lib/people/people";
import { canBeAccepted } from "#lib/team/accept-invitation";
import { findInvitation, type FoundInvitation } from "#lib/team/invitations";
import { rolesInWords } from "#lib/team/send-invitation";
import { ActionForm } from "../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { signInPath } from "../../../_server/local-path";
import { signedIn } from "../../../_server/signed-in";
import { Button, ButtonLink } from "../../../_ui/button";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";
import { join, joinAsNewcomer } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("join.heading") };
}

type JoinPageProps = { params: Promise<{ token: string }> };

/** Where the link of an invitation leads. It shows nothing of the account to who has no good link. */
export default async function JoinPage({ params }: JoinPageProps) {
  const { token } = await params;
  const found = await findInvitation(token);
  const t = translator(await requestLocale(), "auth");
  if (!found || !(await canBeAccepted(found.invitation))) {
    return (
      <PlainPage title={t("join.goneTitle")}>
        <p>{t("join.gone")}</p>
        <div className="ui-actions">
          <ButtonLink href="/">{t("join.home")}</ButtonLink>
        </div>
      </PlainPage>
    );
  }
  return <Invitation token={token} found={found} />;
}

async function Invitation({ token, found }: { token: string; found: FoundInvitation }) {
  const locale = await requestLocale();
  const t = translator(locale, "auth");
  const { invitation, accountName, inviterName } = found;
  const facts = { inviter: inviterName, account: accountName, roles: rolesInWords(invitation.roles, locale) };
  return (
    <PlainPage title={t("join.title", { account: accountName })}>
      <p>{t("join.text", facts)}</p>
      {await formFor(token, invitation.email)}
    </PlainPage>
  );
}

async function formFor(token: string, email: string) {
  const who = await signedIn();
  if (who) return who.person.email === email ? <JoinForm token={token} /> : <SomebodyElse email={email} />;
  const t = translator(await requestLocale(), "auth");
  if (!(await personByEmail(email))) return <NewcomerForm token={token} email={email} />;
  return (
    <>
      <p>{t("join.signInFirst", { email })}</p>
      <div className="ui-actions">
        <ButtonLink href={signInPath(`/join/${token}`)} tone="primary">
          {t("signIn.submit")}
        </ButtonLink>
      </div>
    </>
  );
}

async function JoinForm({ token }: { token: string }) {
  const t = translator(await requestLocale(), "auth");
  return (
    <ActionForm action={join} formKey={newFormKey()}>
      <input type="hidden" name="token" value={token} />
      <Button tone="primary">{t("join.submit")}</Button>
    </ActionForm>
  );
}

async function SomebodyElse({ email }: { email: string }) {
  const t = translator(await requestLocale(), "auth");
  return (
    <>
      <p>{t("join.somebodyElse", { email })}</p>
      <form action="/sign-out" method="post">
        <Button>{t("noAccount.signOut")}</Button>
      </form>
    </>
  );
}

async function NewcomerForm({ token, email }: { token: string; email: string }) {
  const locale = await requestLocale();
  const t = translator(locale, "auth");
  const languages = translator(locale, "settings");
  return (
    <ActionForm
      action={joinAsNewcomer}
      formKey={newFormKey()}
      labels={{ name: t("welcome.name"), locale: t("welcome.language"), password: t("welcome.password") }}
    >
      <input type="hidden" name="token" value={token} />
      <p>{t("join.newcomer", { email })}</p>
      {/* Password managers look for whose password it is. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <FormTextField
        name="name"
        label={t("welcome.name")}
        attributes={{ required: true, maxLength: 100, autoComplete: "name" }}
      />
      <FormSelectField
        name="locale"
        label={t("welcome.language")}
        defaultValue={locale}
        options={locales.map((value) => ({ value, label: languages(`languages.${value}`) }))}
      />
      <FormTextField
        name="password"
        label={t("welcome.password")}
        hint={t("welcome.passwordHint")}
        attributes={{ type: "password", required: true, autoComplete: "new-password" }}
      />
      <Button tone="primary">{t("join.submit")}</Button>
    </ActionForm>
  );
}
