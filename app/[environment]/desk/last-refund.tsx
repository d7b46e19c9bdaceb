import { approvalCase } from "#lib/approvals/queries";
import type { Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { whyNotCancelable } from "#lib/refunds/cancel-window";
import { getRefund } from "#lib/refunds/queries";
import { ActionForm } from "../../_forms/action-form";
import { newFormKey } from "../../_server/form-key";
import { Button } from "../../_ui/button";
import { Notice } from "../../_ui/notice";
import { moneyOf } from "../../_words/money-of";
import { refundFailureWords } from "../transactions/[id]/words";
import { cancelAtDesk } from "./actions";

/** What became of the refund that was made just now, before the next one. */
export async function LastRefund({ viewer, id }: { viewer: Viewer; id: string }) {
  try {
    return id.startsWith("rap_") ? await askedNotice(viewer, id) : await refundNotice(viewer, id);
  } catch (error) {
    // An address that somebody made up says nothing.
    if (isDomainError(error) && error.facts.status === 404) return null;
    throw error;
  }
}

async function askedNotice(viewer: Viewer, id: string) {
  const { lines } = await approvalCase(viewer, id);
  const [line] = lines;
  const t = translator(viewer.locale, "approvals");
  if (!line) return null;
  return (
    <Notice
      tone="wait"
      title={t("waits", { amount: moneyOf(viewer, line.amount, line.currency) })}
      action={<a href={paths.approval(viewer, id)}>{t("look")}</a>}
    />
  );
}

async function refundNotice(viewer: Viewer, id: string) {
  const refund = await getRefund(viewer, id);
  const t = translator(viewer.locale, "desk");
  const amount = moneyOf(viewer, refund.amount, refund.currency);
  const waits = refund.pendingReason === "insufficient_funds";
  const state = refund.status === "pending" && waits ? "waiting" : refund.status;
  const tones = { failed: "hurt", waiting: "wait", pending: "wait", succeeded: "good" } as const;
  const tone = state === "canceled" || state === "requires_action" ? "plain" : tones[state];
  return (
    <Notice
      tone={tone}
      title={t(`done.${state}`, { amount })}
      action={<a href={paths.payment(viewer, refund.paymentIntentId)}>{t("whole")}</a>}
    >
      {state === "failed" && <p>{refundFailureWords(viewer, refund.failureReason)}</p>}
      {refund.customerMessage !== null && (state === "succeeded" || state === "pending") && (
        <p>{t("done.told")}</p>
      )}
      {whyNotCancelable(viewer, refund) === null && (
        <ActionForm action={cancelAtDesk} formKey={newFormKey()} label={t("cancelRefund", { amount })}>
          <input type="hidden" name="refund" value={refund.id} />
          <Button>{t("cancelRefund", { amount })}</Button>
        </ActionForm>
      )}
    </Notice>
  );
}
