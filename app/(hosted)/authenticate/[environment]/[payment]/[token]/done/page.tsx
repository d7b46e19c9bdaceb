import { translator } from "#lib/i18n/translator";
import type { AuthenticationAddress } from "#lib/payments/authentication-page";
import { isSetupAddress } from "#lib/setup-intents/authentication-page";
import { PlainPage } from "../../../../../../_ui/plain-page";
import { requestLocale } from "../../../../../../_ui/request-preferences";

type PageProps = {
  params: Promise<AuthenticationAddress>;
  searchParams: Promise<{ status?: string | string[] }>;
};

/** Where a customer ends whose shop named no page to go back to. */
export default async function AuthenticationDonePage({ params, searchParams }: PageProps) {
  const t = translator(await requestLocale(), "authenticate");
  const { status } = await searchParams;
  if (status === "verified") {
    return (
      <PlainPage title={t("doneTitle")}>
        <p>{t("deposits.verified")}</p>
      </PlainPage>
    );
  }
  const failed = status === "failed";
  const setup = isSetupAddress(await params);
  if (failed) {
    return (
      <PlainPage title={setup ? t("setupFailedTitle") : t("failedTitle")}>
        <p>{setup ? t("setupFailed") : t("failed")}</p>
      </PlainPage>
    );
  }
  return (
    <PlainPage title={t("doneTitle")}>
      <p>{setup ? t("setupSucceeded") : t("succeeded")}</p>
    </PlainPage>
  );
}
