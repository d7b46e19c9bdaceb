import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { whyNotCancelable } from "#lib/refunds/cancel-window";
import { standingOf } from "#lib/refunds/standing";
import type { RefundRow } from "#lib/refunds/wire";
import { ActionForm } from "../../_forms/action-form";
import { newFormKey } from "../../_server/form-key";
import { Button } from "../../_ui/button";
import { DateTime } from "../../_ui/date-time";
import { DescriptionList } from "../../_ui/description-list";
import { Section } from "../../_ui/section";
import { moneyOf } from "../../_words/money-of";
import { timeViewOf } from "../../_words/time-view-of";
import { actorWords, refundFailureWords } from "../transactions/[id]/words";
import { cancelAtDesk } from "./actions";

/** What was refunded before, by whom, and what the bank calls it. */
export function EarlierRefunds({ viewer, refunds }: { viewer: Viewer; refunds: RefundRow[] }) {
  const t = translator(viewer.locale, "desk");
  const states = translator(viewer.locale, "transactions");
  return refunds.map((refund) => {
    const amount = moneyOf(viewer, refund.amount, refund.currency);
    return (
      <Section key={refund.id} title={t("earlier", { amount })}>
        <DescriptionList
          items={[
            { term: t("state"), value: states(`refundStatus.${standingOf(refund)}`) },
            {
              term: t("why"),
              value: refund.status === "failed" ? refundFailureWords(viewer, refund.failureReason) : null,
            },
            {
              term: t("date"),
              value: <DateTime at={refund.createdAt} view={timeViewOf(viewer)} as="when" />,
            },
            { term: t("by"), value: actorWords(viewer, refund.createdBy) },
            { term: t("reason"), value: refund.reason && states(`refundReason.${refund.reason}`) },
            { term: t("note"), value: refund.note },
            { term: t("reference"), value: refund.destination?.reference },
          ]}
        />
        {whyNotCancelable(viewer, refund) === null && (
          <ActionForm action={cancelAtDesk} formKey={newFormKey()} label={t("cancelRefund", { amount })}>
            <input type="hidden" name="refund" value={refund.id} />
            <Button>{t("cancelRefund", { amount })}</Button>
          </ActionForm>
        )}
      </Section>
    );
  });
}
