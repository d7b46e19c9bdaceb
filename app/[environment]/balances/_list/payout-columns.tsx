import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { payoutKindOf } from "#lib/payouts/payout-kind";
import type { PayoutRow } from "#lib/payouts/wire";
import type { ListColumn } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { Status } from "../../../_ui/status";
import { timeViewOf } from "../../../_words/time-view-of";
import { bankDaysOf, payoutLooks } from "../words";
import { amountColumn } from "./amount-column";

/** What can be shown of a payout. */
export function payoutColumns(viewer: Viewer): ListColumn<PayoutRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "balances");
  return [
    { ...amountColumn(viewer), sorts: ["largest", "smallest"] },
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ status }) => <Status {...payoutLooks[status]}>{t(`payoutStatus.${status}`)}</Status>,
    },
    {
      key: "kind",
      label: t("kind"),
      card: "detail",
      cell: (payout) => t(`payoutKind.${payoutKindOf(payout)}`),
    },
    {
      key: "arrives",
      label: t("arrives"),
      cell: ({ arrivalDate, method }) => (
        <DateTime
          at={arrivalDate}
          view={method === "instant" ? timeViewOf(viewer) : bankDaysOf(viewer)}
          as="date"
        />
      ),
    },
    {
      key: "created",
      label: t("created"),
      tone: "quiet",
      card: "moment",
      sorts: ["newest", "oldest"],
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
    },
    {
      key: "description",
      label: t("description"),
      card: "none",
      extra: true,
      cell: ({ description }) => description,
    },
    {
      key: "descriptor",
      label: t("descriptor"),
      card: "none",
      extra: true,
      cell: ({ statementDescriptor }) => statementDescriptor,
    },
    {
      key: "trace",
      label: t("trace"),
      card: "none",
      extra: true,
      cell: ({ traceId }) => traceId && <code>{traceId}</code>,
    },
    { key: "id", label: t("id"), card: "none", extra: true, cell: ({ id }) => <code>{id}</code> },
  ];
}
