import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import type { ListedRefund } from "#lib/refunds/list/listed-refund";
import type { ListColumn } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { By } from "./by";
import { PaidBy } from "./payer";
import { RefundState } from "./refund-state";
import { shortMethod } from "./short-method";

/** What can be shown of a refund. */
export function refundColumns(viewer: Viewer): ListColumn<ListedRefund>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
      sorts: ["largest", "smallest"],
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} locale={locale} />,
    },
    {
      key: "status",
      label: t("state"),
      card: "state",
      cell: (refund) => <RefundState viewer={viewer} refund={refund} />,
    },
    {
      key: "reason",
      label: t("reason"),
      card: "none",
      cell: ({ reason }) =>
        reason && <span className="whitespace-nowrap">{t(`refundReason.${reason}`)}</span>,
    },
    {
      key: "payment",
      label: t("payment"),
      card: "detail",
      cell: ({ payment }) => <PaidBy viewer={viewer} payment={payment} />,
    },
    {
      key: "by",
      label: t("by"),
      tone: "quiet",
      card: "none",
      cell: ({ createdBy }) => <By actor={createdBy} t={t} />,
    },
    {
      key: "date",
      label: t("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
    },
    ...moreColumns(viewer),
  ];
}

function moreColumns(viewer: Viewer): ListColumn<ListedRefund>[] {
  const t = translator(viewer.locale, "transactions");
  const method: ListColumn<ListedRefund> = {
    key: "method",
    label: t("method"),
    extra: true,
    cell: ({ payment }) => payment.method && shortMethod(payment.method, viewer.locale),
  };
  return [
    ...(may(viewer, "customers:read") ? [method] : []),
    { key: "note", label: t("note"), extra: true, cell: ({ note }) => note },
    { key: "id", label: t("id"), tone: "quiet", extra: true, cell: ({ id }) => <code>{id}</code> },
  ];
}
