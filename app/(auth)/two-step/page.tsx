import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { passkeysOf } from "#lib/auth/passkeys/passkeys";
import { askForPasskey } from "#lib/auth/passkeys/registration";
import { relyingParty } from "#lib/auth/passkeys/relying-party";
import { accountsThatRequireIt, appSince, secondFactorSince, secretToConfirm } from "#lib/auth/second-factor";
import type { SignedIn } from "#lib/auth/sessions";
import { formatList } from "#lib/i18n/format-list";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Person } from "#lib/people/people";
import { ActionForm } from "../../_forms/action-form";
import { FormTextField } from "../../_forms/fields";
import { PasskeyButton } from "../../_passkeys/passkey-button";
import { UsePasskey } from "../../_passkeys/use-passkey";
import { newFormKey } from "../../_server/form-key";
import { localPath, signInPath } from "../../_server/local-path";
import { signedIn } from "../../_server/signed-in";
import { waitingForCode } from "../../_server/waiting";
import { AppSecret } from "../../_two-step/app-secret";
import { Button } from "../../_ui/button";
import { PlainPage } from "../../_ui/plain-page";
import { requestLocale } from "../../_ui/request-preferences";
import { enrolPasskey, giveCode, usePasskey } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("twoStep.title") };
}

type TwoStepPageProps = { searchParams: Promise<{ next?: string | string[] }> };
type MakePasskeyProps = { waiting: SignedIn; next: string; locale: Locale };

/** The second step of signing in: a code, or first of all an app that makes them. */
export default async function TwoStepPage({ searchParams }: TwoStepPageProps) {
  const next = localPath((await searchParams).next);
  const waiting = await waitingForCode();
  if (!waiting) redirect((await signedIn()) ? next : signInPath(next));
  const locale = await requestLocale();
  const t = translator(locale, "auth");
  const isEnrolment = waiting.session.waitsFor === "enrolment";
  if (isEnrolment && (await secondFactorSince(waiting.person.id)) !== null) redirect(signInPath(next));
  return (
    <PlainPage title={isEnrolment ? t("twoStep.enrolTitle") : t("twoStep.title")}>
      <p>{await whatToDo(waiting, locale)}</p>
      {isEnrolment && (await secretOf(waiting.person))}
      <ActionForm action={giveCode} formKey={newFormKey()} labels={{ code: t("twoStep.code") }}>
        <input type="hidden" name="next" value={next} />
        <FormTextField
          name="code"
          label={t("twoStep.code")}
          hint={isEnrolment ? undefined : t("twoStep.codeHint")}
          attributes={{ required: true, autoComplete: "one-time-code", maxLength: 40, autoFocus: true }}
        />
        <Button tone="primary">{t("twoStep.submit")}</Button>
      </ActionForm>
      {isEnrolment ? (
        <MakePasskey waiting={waiting} next={next} locale={locale} />
      ) : (
        <UsePasskey
          action={usePasskey}
          purpose={`second-step ${waiting.session.id}`}
          among={await passkeysOf(waiting.person.id)}
          next={next}
          locale={locale}
        />
      )}
      <form action="/sign-out" method="post">
        <Button tone="quiet">{t("twoStep.back")}</Button>
      </form>
    </PlainPage>
  );
}

/** The other way to a second step: a passkey instead of an app. */
async function MakePasskey({ waiting, next, locale }: MakePasskeyProps) {
  if (!relyingParty()) return null;
  const make = await askForPasskey(waiting.person, `enrol ${waiting.session.id}`);
  const t = translator(locale, "auth");
  return (
    <div className="ui-needs-script">
      <ActionForm action={enrolPasskey} formKey={newFormKey()} label={t("twoStep.makePasskey")}>
        <p>{t("twoStep.orPasskey")}</p>
        <input type="hidden" name="next" value={next} />
        <PasskeyButton
          ask={{ make }}
          label={t("twoStep.makePasskey")}
          failed={translator(locale, "passkeys")("addFailed")}
        />
      </ActionForm>
    </div>
  );
}

/** To who has no second step yet, also who asks for one. */
async function whatToDo({ person, session }: SignedIn, locale: Locale): Promise<string> {
  const t = translator(locale, "auth");
  if (session.waitsFor !== "enrolment")
    return (await appSince(person.id)) === null ? t("twoStep.passkeyText") : t("twoStep.text");
  const names = await accountsThatRequireIt(person.id);
  return t("twoStep.enrol", { count: names.length, accounts: formatList(names, locale) });
}

async function secretOf(person: Person) {
  const secret = await secretToConfirm(person.id);
  return secret && <AppSecret secret={secret} email={person.email} locale={await requestLocale()} />;
}
