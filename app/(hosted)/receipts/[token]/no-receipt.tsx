import { translator } from "#lib/i18n/translator";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";

/** What stands at an address that nobody was given; the gate answers it with 404. */
export async function NoReceipt() {
  const t = translator(await requestLocale(), "receipts");
  return (
    <PlainPage title={t("notFoundTitle")}>
      <p>{t("notFound")}</p>
    </PlainPage>
  );
}
