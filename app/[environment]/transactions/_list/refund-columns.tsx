import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { ListedRefund } from "#lib/refunds/list/listed-refund";
import type { ListColumn } from "../../../_lists/list-view";
import { amountColumn, byColumn, dateColumn, idColumn, reasonColumn } from "./common-columns";
import { PaidBy } from "./payer";
import { RefundState } from "./refund-state";
import { shortMethod } from "./short-method";

/** What can be shown of a refund. */
export function refundColumns(viewer: Viewer): ListColumn<ListedRefund>[] {
  const t = translator(viewer.locale, "transactions");
  return [
    amountColumn(viewer),
    {
      key: "status",
      label: t("state"),
      card: "state",
      cell: (refund) => <RefundState viewer={viewer} refund={refund} />,
    },
    reasonColumn(viewer),
    {
      key: "payment",
      label: t("payment"),
      card: "detail",
      cell: ({ payment }) => <PaidBy viewer={viewer} payment={payment} />,
    },
    byColumn(viewer),
    dateColumn(viewer),
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
    idColumn(viewer),
  ];
}
