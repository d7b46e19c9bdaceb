import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { PaymentStatus } from "#lib/payments/list/payment-filters";
import { Status, type StatusLook } from "../../../_ui/status";

type PaymentStatusMarkProps = {
  status: PaymentStatus;
  locale: Locale;
  /** The payment, in a row that leads to it: pointing at the word then tells what it means. */
  href?: string;
};

/** Where a payment stands, in a word; what the word means is told to whoever points at it or hears it. */
export function PaymentStatusMark({ status, locale, href }: PaymentStatusMarkProps) {
  const t = translator(locale, "transactions");
  const meaning = t(`meaning.${status}`);
  const word = <Status {...paymentLook(status)}>{t(`status.${status}`)}</Status>;
  if (!href) return <span title={meaning}>{word}</span>;
  return (
    <a className="text-current hover:no-underline" href={href} title={meaning} tabIndex={-1}>
      {word}
    </a>
  );
}

/** The mark and colour of a payment's status, the same everywhere. */
export function paymentLook(status: PaymentStatus): StatusLook {
  return looks[status];
}

const looks: Record<PaymentStatus, StatusLook> = {
  succeeded: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  blocked: { tone: "hurt", mark: "filled" },
  uncaptured: { tone: "wait", mark: "ring" },
  processing: { tone: "wait", mark: "ring" },
  incomplete: { tone: "plain", mark: "ring" },
  refunded: { tone: "plain", mark: "ring" },
  partially_refunded: { tone: "plain", mark: "ring" },
  refund_pending: { tone: "wait", mark: "ring" },
  canceled: { tone: "plain", mark: "filled" },
  expired: { tone: "plain", mark: "filled" },
  disputed: { tone: "hurt", mark: "filled" },
  inquiry: { tone: "wait", mark: "ring" },
};
