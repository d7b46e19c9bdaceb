import type { Viewer } from "#lib/auth/viewer";
import type { ListedReturn } from "#lib/cash/list/listed-return";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedRefund } from "#lib/refunds/list/listed-refund";
import { type RefundStanding, standingOf } from "#lib/refunds/standing";
import { Meaning } from "../../../_ui/meaning";
import { Status, type StatusLook } from "../../../_ui/status";

/** The mark and colour of each status of money that goes back, the same everywhere. */
export const refundLooks = {
  succeeded: { tone: "good", mark: "filled" },
  pending: { tone: "wait", mark: "ring" },
  requires_action: { tone: "wait", mark: "ring" },
  failed: { tone: "hurt", mark: "filled" },
  canceled: { tone: "plain", mark: "filled" },
} satisfies Record<ListedReturn["status"], StatusLook>;

const standingLooks = {
  ...refundLooks,
  waiting: refundLooks.pending,
  released: refundLooks.canceled,
} satisfies Record<RefundStanding, StatusLook>;

type CashReturnStateProps = {
  locale: Locale;
  status: ListedReturn["status"];
  /** In a row that leads to it, which the word then does too. */
  href?: string;
};

/** Where money that goes back to who sent it ahead stands. */
export function CashReturnState({ locale, status, href }: CashReturnStateProps) {
  const t = translator(locale, "transactions");
  return (
    <Meaning text={t(`cashReturnMeaning.${status}`)} href={href}>
      <Status {...refundLooks[status]}>{t(`refundStatus.${status}`)}</Status>
    </Meaning>
  );
}

/** Where a refund stands, in a word that tells what it means. */
export function RefundState({ viewer, refund }: { viewer: Viewer; refund: ListedRefund }) {
  const standing = standingOf(refund);
  const t = translator(viewer.locale, "transactions");
  return (
    <Meaning text={t(`refundMeaning.${standing}`)} href={paths.payment(viewer, refund.payment.id)}>
      <Status {...standingLooks[standing]}>{t(`refundStatus.${standing}`)}</Status>
    </Meaning>
  );
}
