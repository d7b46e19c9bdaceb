import { waitingForApproval } from "#lib/approvals/queries";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { Notice } from "../../../_ui/notice";
import { moneyOf } from "../../../_words/money-of";

/** The refunds of a payment that somebody has yet to approve. */
export async function WaitingNotices({ viewer, paymentId }: { viewer: Viewer; paymentId: string }) {
  const waiting = await waitingForApproval(viewer, paymentId);
  const t = translator(viewer.locale, "approvals");
  return waiting.map(({ id, approvalId, amount, currency }) => (
    <Notice
      key={id}
      tone="wait"
      title={t("waits", { amount: moneyOf(viewer, amount, currency) })}
      action={may(viewer, "refunds:write") && <a href={paths.approval(viewer, approvalId)}>{t("look")}</a>}
    />
  ));
}
