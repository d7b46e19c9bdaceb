import type { Viewer } from "#lib/auth/viewer";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { Currency } from "#lib/money";
import type { refundReasons } from "#lib/refunds/refund-payment";
import type { ListColumn } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { By } from "./by";

/** How much it is about: what a row is called by. */
export function amountColumn({ locale }: Viewer): ListColumn<{ amount: number; currency: Currency }> {
  return {
    key: "amount",
    label: translator(locale, "transactions")("amount"),
    align: "end",
    card: "title",
    sorts: ["largest", "smallest"],
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} locale={locale} />,
  };
}

/** Why money went back, in one line. */
export function reasonColumn({
  locale,
}: Viewer): ListColumn<{ reason: (typeof refundReasons)[number] | null }> {
  const t = translator(locale, "transactions");
  return {
    key: "reason",
    label: t("reason"),
    card: "none",
    cell: ({ reason }) => reason && <span className="whitespace-nowrap">{t(`refundReason.${reason}`)}</span>,
  };
}

/** Who made it. */
export function byColumn({ locale }: Viewer): ListColumn<{ createdBy: Viewer["actor"] }> {
  const t = translator(locale, "transactions");
  return {
    key: "by",
    label: t("by"),
    tone: "quiet",
    card: "none",
    cell: ({ createdBy }) => <By actor={createdBy} t={t} />,
  };
}

/** When it was made, on the clocks of the place that its heading names. */
export function dateColumn(viewer: Viewer): ListColumn<{ createdAt: number }> {
  const { locale, timeZone } = viewer;
  const view = { locale, timeZone, now: viewer.now() };
  return {
    key: "date",
    label: translator(locale, "transactions")("date", { city: timeZoneCity(timeZone) }),
    align: "end",
    tone: "quiet",
    card: "moment",
    sorts: ["newest", "oldest"],
    cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
  };
}

/** What programs call it. */
export function idColumn({ locale }: Viewer): ListColumn<{ id: string }> {
  return {
    key: "id",
    label: translator(locale, "transactions")("id"),
    tone: "quiet",
    extra: true,
    cell: ({ id }) => <code>{id}</code>,
  };
}
