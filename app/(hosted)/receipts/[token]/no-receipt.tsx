import { translator } from "#lib/i18n/translator";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";

export default async function ReceiptNotFound() {
  const t = translator(await requestLocale(), "receipts");
  return (
    <PlainPage title={t("notFoundTitle")}>
      <p>{t("notFound")}</p>
    </PlainPage>
  );
}
