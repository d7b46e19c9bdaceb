import type { Viewer } from "#lib/auth/viewer";
import { formatDateTime } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { RefundPreview } from "#lib/refunds/preview-refund";
import { timeViewOf } from "../../../../_words/time-view-of";

type RefundUntilProps = { viewer: Viewer; preview: RefundPreview };

/** Until when the payment can be refunded, or could be; nothing where it can be at any time. */
export function RefundUntil({ viewer, preview: { until, obstacle } }: RefundUntilProps) {
  if (until === null) return null;
  const t = translator(viewer.locale, "refund");
  const moment = formatDateTime(until, timeViewOf(viewer));
  return <p>{obstacle === "too_late" ? t("wasUntil", { moment }) : t("until", { moment })}</p>;
}
