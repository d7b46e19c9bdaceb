import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { PaymentStatus } from "#lib/payments/list/payment-filters";
import { Meaning } from "../_ui/meaning";
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
  /** In a row that leads to the payment, which the word then does too. */
  href?: string;
};

/** Where a payment stands, in a word that tells what it means. */
export function PaymentState({ status, locale, href }: PaymentStateProps) {
  const t = translator(locale, "transactions");
  return (
    <Meaning text={t(`meaning.${status}`)} href={href}>
      <Status {...paymentLooks[status]}>{t(`status.${status}`)}</Status>
    </Meaning>
  );
}
