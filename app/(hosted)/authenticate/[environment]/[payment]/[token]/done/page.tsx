import { translator } from "#lib/i18n/translator";
import { PlainPage } from "../../../../../../_ui/plain-page";
import { requestLocale } from "../../../../../../_ui/request-preferences";

type PageProps = { searchParams: Promise<{ status?: string | string[] }> };

/** Where a customer ends whose shop named no page to go back to. */
export default async function AuthenticationDonePage({ searchParams }: PageProps) {
  const t = translator(await requestLocale(), "authenticate");
  const failed = (await searchParams).status === "failed";
  return (
    <PlainPage title={failed ? t("failedTitle") : t("doneTitle")}>
      <p>{failed ? t("failed") : t("succeeded")}</p>
    </PlainPage>
  );
}
