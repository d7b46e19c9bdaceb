import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { passkeysOf } from "#lib/auth/passkeys/passkeys";
import { secretToConfirm } from "#lib/auth/second-factor";
import { translator } from "#lib/i18n/translator";
import type { Person } from "#lib/people/people";
import { ActionForm } from "../../_forms/action-form";
import { FormTextField } from "../../_forms/fields";
import { UsePasskey } from "../../_passkeys/use-passkey";
import { newFormKey } from "../../_server/form-key";
import { localPath, signInPath } from "../../_server/local-path";
import { signedIn } from "../../_server/signed-in";
import { waitingForCode } from "../../_server/waiting";
import { AppSecret } from "../../_two-step/app-secret";
import { Button } from "../../_ui/button";
import { PlainPage } from "../../_ui/plain-page";
import { requestLocale } from "../../_ui/request-preferences";
import { giveCode, usePasskey } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("twoStep.title") };
}

type TwoStepPageProps = { searchParams: Promise<{ next?: string | string[] }> };

/** The second step of signing in: a code, or first of all an app that makes them. */
export default async function TwoStepPage({ searchParams }: TwoStepPageProps) {
  const next = localPath((await searchParams).next);
  const waiting = await waitingForCode();
  if (!waiting) redirect((await signedIn()) ? next : signInPath(next));
  const locale = await requestLocale();
  const t = translator(locale, "auth");
  const isEnrolment = waiting.session.waitsFor === "enrolment";
  return (
    <PlainPage title={isEnrolment ? t("twoStep.enrolTitle") : t("twoStep.title")}>
      <p>{isEnrolment ? t("twoStep.enrol") : t("twoStep.text")}</p>
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
      <UsePasskey
        action={usePasskey}
        purpose={`second-step ${waiting.session.id}`}
        among={await passkeysOf(waiting.person.id)}
        next={next}
        locale={locale}
      />
      <form action="/sign-out" method="post">
        <Button tone="quiet">{t("twoStep.back")}</Button>
      </form>
    </PlainPage>
  );
}

async function secretOf(person: Person) {
  const secret = await secretToConfirm(person.id);
  return secret && <AppSecret secret={secret} email={person.email} locale={await requestLocale()} />;
}
