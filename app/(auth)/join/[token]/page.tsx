import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";
import { personByEmail } from "#lib/people/people";
import { canBeAccepted } from "#lib/team/accept-invitation";
import { findInvitation, type FoundInvitation } from "#lib/team/invitations";
import { rolesInWords } from "#lib/team/send-invitation";
import { ActionForm } from "../../../_forms/action-form";
import { newFormKey } from "../../../_server/form-key";
import { signInPath } from "../../../_server/local-path";
import { signedIn } from "../../../_server/signed-in";
import { Button, ButtonLink } from "../../../_ui/button";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";
import { join } from "./actions";
import { NewcomerForms } from "./newcomer-forms";

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
      {await formFor(token, invitation)}
    </PlainPage>
  );
}

async function formFor(token: string, invitation: FoundInvitation["invitation"]) {
  const { email } = invitation;
  const who = await signedIn();
  if (who) return who.person.email === email ? <JoinForm token={token} /> : <SomebodyElse email={email} />;
  const t = translator(await requestLocale(), "auth");
  if (!(await personByEmail(email))) return <NewcomerForms token={token} invitation={invitation} />;
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
