import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { RefundPreview } from "#lib/refunds/preview-refund";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";
import { RefundUntil } from "./refund-until";

type RefundMeaningProps = { viewer: Viewer; preview: RefundPreview };

/** What the person should know before confirming. */
export function RefundMeaning({ viewer, preview }: RefundMeaningProps) {
  const { charge, fee, reversal, short } = preview;
  const t = translator(viewer.locale, "refund");
  const stoppable = !reversal && charge?.paymentMethodDetails.type === "card";
  return (
    <Notice tone={short ? "wait" : "plain"} title={t("means")}>
      {short && <p>{t("short")}</p>}
      <p>{reversal ? t("reversal") : t("arrives")}</p>
      {fee && <p>{t("fee", { amount: moneyOf(viewer, fee.amount, fee.currency) })}</p>}
      <p>{stoppable ? t("stoppable") : t("final")}</p>
      <RefundUntil viewer={viewer} preview={preview} />
    </Notice>
  );
}
