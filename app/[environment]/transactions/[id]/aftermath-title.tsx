import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import type { DisputeMoment } from "#lib/disputes/moments";
import { disputeReasonWords } from "#lib/disputes/reason-words";
import { isAllowed } from "#lib/disputes/status";
import type { DisputeRow } from "#lib/disputes/wire";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { TimelineEntry } from "#lib/payments/timeline";
import { moneyOf } from "../../../_words/money-of";
import { timeViewOf } from "../../../_words/time-view-of";
import { actorWords } from "./words";

const b = (words: ReactNode) => <b>{words}</b>;

/** Whether an entry tells of a dispute, a warning or a review. */
export function isAftermath(entry: TimelineEntry): entry is DisputeMoment {
  return "dispute" in entry || "warning" in entry || "review" in entry;
}

/** What banks and colleagues made of a payment, in a sentence. */
export function aftermathTitle(viewer: Viewer, moment: DisputeMoment): ReactNode {
  const t = translator(viewer.locale, "payment");
  switch (moment.kind) {
    case "warned":
      return t.rich(moment.warning.actionable ? "happened.warned" : "happened.warnedBefore", { b });
    case "review_opened":
      return t("happened.review_opened", { why: moment.review.openedReason });
    case "review_closed":
      return t("happened.review_closed", {
        why: t(`happened.reviewEnd.${moment.review.closedReason ?? "approved"}`),
      });
    default:
      return disputeTitle(viewer, moment);
  }
}

function disputeTitle(
  viewer: Viewer,
  { kind, dispute }: Extract<DisputeMoment, { dispute: DisputeRow }>,
): ReactNode {
  const t = translator(viewer.locale, "payment");
  const amount = moneyOf(viewer, dispute.amount, dispute.currency);
  const why = t(`happened.disputeEnd.${dispute.closedBy ?? "bank"}`);
  switch (kind) {
    case "disputed":
    case "inquired":
      return t.rich(`happened.${kind}`, { b, amount, reason: disputeReasonWords(viewer, dispute.reason) });
    case "escalated":
    case "dispute_won":
      return t.rich(`happened.${kind}`, { b, amount });
    case "evidence_sent":
      return t("happened.evidence_sent", {
        who: actorWords(viewer, dispute.answeredBy ?? { type: "system", id: null, name: null }),
      });
    default:
      return t.rich(`happened.${kind}`, { b, why });
  }
}

/** Until when it can be answered; null where it no longer can. */
export function answerByWords(viewer: Viewer, { status, dueBy }: DisputeRow): string | null {
  if (dueBy === null || !isAllowed("respond", status)) return null;
  const date = formatDate(dueBy, timeViewOf(viewer));
  return translator(viewer.locale, "payment")("happened.answerBy", { date });
}
