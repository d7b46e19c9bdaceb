import type { Viewer } from "#lib/auth/viewer";
import { disputeReasonWords } from "#lib/disputes/reason-words";
import type { ListedDispute } from "#lib/disputes/list/listed-dispute";
import { isAllowed } from "#lib/disputes/status";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { brandName } from "#lib/payment-methods/method-name";
import type { ListColumn } from "../../../_lists/list-view";
import { DateTime } from "../../../_ui/date-time";
import { amountColumn, dateColumn, idColumn } from "./common-columns";
import { DisputeState } from "./dispute-state";
import { PaidBy } from "./payer";

/** What can be shown of a dispute. `by`: what they are in the order of: on a phone, the day that is shown. */
export function disputeColumns(viewer: Viewer, by: "deadline" | "creation"): ListColumn<ListedDispute>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "disputes");
  const transactions = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  // A deadline is the account's, on whatever clocks its reader lives.
  const account = { ...view, timeZone: viewer.environment.timeZone };
  const isElsewhere = account.timeZone !== timeZone;
  return [
    amountColumn(viewer),
    {
      key: "status",
      label: transactions("state"),
      card: "state",
      cell: ({ id, status }) => (
        <DisputeState status={status} locale={locale} href={paths.dispute(viewer, id)} />
      ),
    },
    {
      key: "reason",
      label: t("claim"),
      cell: ({ reason }) => disputeReasonWords(viewer, reason),
    },
    {
      key: "payment",
      label: transactions("payment"),
      card: "detail",
      cell: ({ payment }) => <PaidBy viewer={viewer} payment={payment} />,
    },
    {
      key: "due",
      label: isElsewhere ? t("answerByIn", { city: timeZoneCity(account.timeZone) }) : t("answerBy"),
      card: by === "deadline" ? "moment" : "none",
      sorts: ["due_first", "due_last"],
      cell: ({ status, dueBy }) =>
        dueBy !== null && isAllowed("respond", status) && <DateTime at={dueBy} view={account} />,
    },
    {
      key: "assignee",
      label: t("assignee"),
      card: by === "deadline" ? "detail" : "none",
      ...(by === "creation" && { extra: true as const }),
      cell: ({ assignee }) => assignee,
    },
    {
      ...dateColumn(viewer),
      card: by === "creation" ? "moment" : "none",
      ...(by === "deadline" && { extra: true as const }),
    },
    {
      key: "network",
      label: t("filter.network"),
      extra: true,
      cell: ({ network }) => network && (brandName(network) ?? network),
    },
    idColumn(viewer),
  ];
}
