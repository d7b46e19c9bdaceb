import { Fragment, type ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { TimelineEntry } from "#lib/payments/timeline";
import type { PaymentIntentRow } from "#lib/payments/wire";
import type { RefundRow } from "#lib/refunds/wire";
import { Copyable } from "../../../_ui/copyable";
import { DateTime } from "../../../_ui/date-time";
import { timeViewOf } from "../../../_words/time-view-of";
import { answerByWords } from "./aftermath-title";
import { reasonWords } from "./words";

/** When it happened, and what else there is to know, one after the other. */
export function detailOf(viewer: Viewer, payment: PaymentIntentRow, entry: TimelineEntry): ReactNode {
  const parts = [
    <DateTime key="at" at={entry.at} view={timeViewOf(viewer)} as="when" />,
    ...furtherFacts(viewer, payment, entry),
  ];
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && " · "}
      {part}
    </Fragment>
  ));
}

function furtherFacts(viewer: Viewer, payment: PaymentIntentRow, entry: TimelineEntry): ReactNode[] {
  const t = translator(viewer.locale, "payment");
  switch (entry.kind) {
    case "held": {
      const until = entry.charge.captureBefore;
      if (until === null) return [];
      return [t("happened.heldUntil", { date: formatDate(until, timeViewOf(viewer)) })];
    }
    case "declined": {
      const { declineCode, failureCode } = entry.charge;
      const code = declineCode ?? failureCode;
      return code === null ? [] : [<code key="code">{code}</code>];
    }
    case "canceled":
      return known([reasonWords(viewer, entry.reason), noteWords(viewer, entry.note)]);
    case "disputed":
    case "inquired":
    case "escalated":
      return known([
        answerByWords(viewer, entry.dispute),
        <a key="dispute" href={paths.dispute(viewer, entry.dispute.id)}>
          {t("happened.openDispute")}
        </a>,
      ]);
    case "refunded":
      return refundFacts(viewer, payment, entry.refund);
    default:
      return [];
  }
}

function refundFacts(viewer: Viewer, payment: PaymentIntentRow, refund: RefundRow): ReactNode[] {
  return known([
    reasonWords(viewer, refund.reason),
    noteWords(viewer, refund.note),
    arrivalWords(viewer, payment, refund),
    refund.destination?.reference && (
      <Reference key="reference" viewer={viewer} value={refund.destination.reference} />
    ),
  ]);
}

function Reference({ viewer, value }: { viewer: Viewer; value: string }) {
  const common = translator(viewer.locale, "common");
  return (
    <>
      {translator(viewer.locale, "payment")("happened.reference")}{" "}
      <Copyable value={value} copy={common("copy")} copied={common("copied")} />
    </>
  );
}

function arrivalWords({ locale }: Viewer, payment: PaymentIntentRow, refund: RefundRow): string | null {
  const { status, pendingReason, destination } = refund;
  const t = translator(locale, "payment");
  if (status === "pending") return pendingReason === "processing" ? t("happened.atBank") : null;
  if (status !== "succeeded") return null;
  if (destination?.type !== "reversal") return t("happened.arrives");
  return refund.amount === payment.amountReceived ? t("happened.reversal") : t("happened.reversalOfPart");
}

function noteWords({ locale }: Viewer, note: string | null): string | null {
  return note === null ? null : translator(locale, "payment")("happened.note", { note });
}

function known(parts: ReactNode[]): ReactNode[] {
  return parts.filter((part) => part !== null && part !== undefined && part !== "");
}
