import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { PaymentStatus } from "#lib/payments/list/payment-filters";
import { Status, type StatusLook } from "../_ui/status";

/** The mark and colour of each status, the same everywhere. */
export const paymentLooks = {
  succeeded: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  blocked: { tone: "hurt", mark: "filled" },
  uncaptured: { tone: "wait", mark: "ring" },
  incomplete: { tone: "plain", mark: "ring" },
  processing: { tone: "wait", mark: "ring" },
  canceled: { tone: "plain", mark: "filled" },
  expired: { tone: "plain", mark: "filled" },
  refunded: { tone: "plain", mark: "ring" },
  partially_refunded: { tone: "plain", mark: "ring" },
  refund_pending: { tone: "wait", mark: "ring" },
  needs_response: { tone: "hurt", mark: "ring" },
  disputed: { tone: "wait", mark: "ring" },
  dispute_won: { tone: "good", mark: "filled" },
  dispute_lost: { tone: "hurt", mark: "filled" },
  inquiry: { tone: "wait", mark: "ring" },
} satisfies Record<PaymentStatus, StatusLook>;

type PaymentStateProps = {
  status: PaymentStatus;
  locale: Locale;
  /** In a row that leads to the payment: pointing at the word then tells what it means. */
  href?: string;
};

/** Where a payment stands, in a word; what the word means is told to whoever points at it. */
export function PaymentState({ status, locale, href }: PaymentStateProps) {
  const t = translator(locale, "transactions");
  const meaning = t(`meaning.${status}`);
  const word = <Status {...paymentLooks[status]}>{t(`status.${status}`)}</Status>;
  if (!href) return <span title={meaning}>{word}</span>;
  return (
    <a className="text-current hover:no-underline" href={href} title={meaning} tabIndex={-1}>
      {word}
    </a>
  );
}
