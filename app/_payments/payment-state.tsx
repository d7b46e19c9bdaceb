import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { PaymentStatus } from "#lib/payments/list/payment-filters";
import { Status, type StatusLook } from "../_ui/status";

const looks = {
  succeeded: { tone: "good", mark: "filled" },
  failed: { tone: "hurt", mark: "filled" },
  blocked: { tone: "hurt", mark: "filled" },
  uncaptured: { tone: "wait", mark: "ring" },
  incomplete: { tone: "plain", mark: "ring" },
  processing: { tone: "wait", mark: "ring" },
  canceled: { tone: "plain", mark: "filled" },
  expired: { tone: "plain", mark: "filled" },
  refunded: { tone: "plain", mark: "ring" },
  partially_refunded: { tone: "good", mark: "ring" },
  refund_pending: { tone: "wait", mark: "ring" },
  disputed: { tone: "hurt", mark: "ring" },
  inquiry: { tone: "wait", mark: "ring" },
} satisfies Record<PaymentStatus, StatusLook>;

/** Where a payment stands, in a word. */
export function PaymentState({ status, locale }: { status: PaymentStatus; locale: Locale }) {
  return <Status {...looks[status]}>{translator(locale, "payment")(`word.${status}`)}</Status>;
}
