import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { firstHeld, isOvercaptured } from "#lib/payments/hold";
import { methodFacts } from "#lib/payments/method-facts";
import type { TimelineEntry } from "#lib/payments/timeline";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import type { RefundRow } from "#lib/refunds/wire";
import { moneyOf } from "../../../_words/money-of";
import { aftermathTitle, isAftermath } from "./aftermath-title";
import { actorWords, declineWords, methodWords, refundFailureWords } from "./words";

const b = (words: ReactNode) => <b>{words}</b>;

/** What happened, in a sentence. */
export function titleOf(viewer: Viewer, payment: PaymentIntentRow, entry: TimelineEntry): ReactNode {
  if (isAftermath(entry)) return aftermathTitle(viewer, entry);
  const t = translator(viewer.locale, "payment");
  switch (entry.kind) {
    case "created":
      if (entry.by.type === "system") return t("happened.created");
      return t("happened.createdBy", { who: actorWords(viewer, entry.by) });
    case "authentication_asked":
    case "deposits_sent":
    case "transfer_asked":
    case "partly_sent":
      return t(`happened.${entry.kind}`);
    case "not_collected":
      return t.rich("happened.not_collected", { b, why: declineWords(viewer, entry.code) });
    case "authentication_failed":
      return t.rich("happened.authentication_failed", { b });
    case "canceled":
      if (entry.reason === "automatic") return t.rich("happened.expired", { b });
      if (!entry.by) return t.rich("happened.canceled", { b });
      return t.rich("happened.canceledBy", { b, who: actorWords(viewer, entry.by) });
    case "refunded":
      return refundTitle(viewer, payment, entry.refund);
    case "refund_failed":
      return t.rich("happened.refundFailed", {
        b,
        amount: moneyOf(viewer, entry.refund.amount, entry.refund.currency),
        why: refundFailureWords(viewer, entry.refund.failureReason),
      });
    case "hold_changed":
      return holdTitle(viewer, entry);
    case "mailed": {
      const { state, to } = entry.mail;
      return state === "would_be_sent" ? t("happened.mailedTest", { to }) : t("happened.mailed", { to });
    }
    case "noted": {
      const { authorName: author, text } = entry.note;
      return translator(viewer.locale, "notes").rich("timeline", { b, author, text: shortened(text) });
    }
    default:
      return chargeTitle(viewer, payment, entry);
  }
}

/** The beginning of a note; the whole of it stands among the notes. */
function shortened(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, " ")];
  return letters.length <= 120 ? letters.join("") : `${letters.slice(0, 119).join("")}…`;
}

function holdTitle(
  viewer: Viewer,
  { step, charge }: Extract<TimelineEntry, { kind: "hold_changed" }>,
): ReactNode {
  const amount = moneyOf(viewer, step.amount, charge.currency);
  const from = moneyOf(viewer, step.from ?? charge.amount, charge.currency);
  return translator(viewer.locale, "payment").rich(`happened.hold.${step.kind}`, { b, amount, from });
}

type ChargeEntry = Exclude<Extract<TimelineEntry, { charge: ChargeRow }>, { kind: "hold_changed" }>;

function chargeTitle(viewer: Viewer, payment: PaymentIntentRow, { kind, charge }: ChargeEntry): ReactNode {
  const t = translator(viewer.locale, "payment");
  const amount = moneyOf(viewer, firstHeld(charge), charge.currency);
  const facts = methodFacts(payment, charge);
  const method = methodWords(viewer, facts);
  switch (kind) {
    case "held":
      return t.rich("happened.held", { b, amount, method });
    case "processing":
      return t("happened.processing", { amount, method });
    case "captured": {
      const taken = moneyOf(viewer, charge.amountCaptured, charge.currency);
      const held = moneyOf(viewer, charge.amount, charge.currency);
      if (charge.amountCaptured < charge.amount) {
        return t.rich("happened.capturedPart", { b, amount: taken, held });
      }
      return isOvercaptured(charge)
        ? t.rich("happened.capturedMore", { b, amount: taken, held: amount })
        : t.rich("happened.captured", { b, amount: taken });
    }
    case "declined": {
      const why = declineWords(viewer, charge.declineCode ?? charge.failureCode);
      return charge.outcome?.type === "blocked"
        ? t.rich("happened.blocked", { b, why })
        : t.rich("happened.declined", { b, why });
    }
    case "succeeded":
      switch (facts.card?.three_d_secure?.result) {
        case "authenticated":
          return t.rich("happened.succeededSecure", { b });
        case "attempt_acknowledged":
          return t.rich("happened.succeededTried", { b });
        default:
          return t.rich("happened.succeeded", { b });
      }
  }
}

function refundTitle(viewer: Viewer, payment: PaymentIntentRow, refund: RefundRow): ReactNode {
  const t = translator(viewer.locale, "payment");
  const amount = moneyOf(viewer, refund.amount, refund.currency);
  if (refund.status === "canceled") return t.rich("happened.refundCanceled", { b, amount });
  const who = actorWords(viewer, refund.createdBy);
  if (refund.pendingReason === "insufficient_funds")
    return t.rich("happened.refundWaits", { b, amount, who });
  const method = methodWords(viewer, methodFacts(payment, null));
  if (refund.createdBy.type === "system") return t.rich("happened.refunded", { b, amount, method });
  return t.rich("happened.refundedBy", { b, amount, method, who });
}
