import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { isUnopened } from "#lib/accounts/open-for-business";
import { config } from "#lib/config";
import { formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { UsePasskey } from "../../_passkeys/use-passkey";
import { csrfTokenOf } from "../../_server/csrf";
import { localPath, signInOccasion } from "../../_server/local-path";
import { cookieNames } from "../../_server/session-cookie";
import { lastAttempt, type SignInAttempt } from "../../_server/sign-in-attempt";
import { signedIn } from "../../_server/signed-in";
import { Button } from "../../_ui/button";
import { Notice } from "../../_ui/notice";
import { PlainPage } from "../../_ui/plain-page";
import { requestLocale } from "../../_ui/request-preferences";
import { TextField } from "../../_ui/text-field";
import { usePasskey } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "auth")("signIn.title") };
}

type PageProps = { searchParams: Promise<{ next?: string | string[]; done?: string | string[] }> };

export default async function SignInPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const next = localPath(query.next);
  const done = signInOccasion(query.done);
  if (await signedIn()) redirect(next);
  if (!config().demo && (await isUnopened())) redirect("/welcome");
  const locale = await requestLocale();
  const attempt = await lastAttempt();
  const csrfToken = csrfTokenOf((await cookies()).get(cookieNames().csrf)?.value);

  const t = translator(locale, "auth");
  return (
    <PlainPage title={t("signIn.title")}>
      {attempt && <Notice tone="hurt" title={problemOf(attempt, locale)} />}
      {done && !attempt && <Notice tone="good" title={t(`signIn.done.${done}`)} />}
      <form className="ui-form" action="/api/auth/callback/credentials" method="post">
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          label={t("signIn.email")}
          attributes={{
            type: "email",
            required: true,
            autoComplete: "username",
            defaultValue: attempt?.email,
            autoFocus: !attempt,
          }}
        />
        <TextField
          name="password"
          label={t("signIn.password")}
          attributes={{
            type: "password",
            required: true,
            autoComplete: "current-password",
            autoFocus: attempt !== null,
          }}
        />
        <Button tone="primary">{t("signIn.submit")}</Button>
      </form>
      <UsePasskey action={usePasskey} purpose="sign-in" next={next} locale={locale} />
      <p>
        <a href="/forgot">{t("forgot.link")}</a>
      </p>
    </PlainPage>
  );
}

function problemOf({ problem, until = 0 }: SignInAttempt, locale: Locale): string {
  const t = translator(locale, "auth");
  if (problem === "expired") return t("signIn.expired");
  if (problem === "wrong") return t("signIn.wrong");
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return t("signIn.throttled", { time: formatTime(until + 59_999, { locale, timeZone }), zone: timeZone });
}
