import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { ListedDispute } from "#lib/disputes/list/listed-dispute";
import { isAllowed } from "#lib/disputes/status";
import { timeZoneCity } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { type Column, Table } from "../../../_ui/table";
import { disputeReasonWords } from "../[id]/aftermath-title";
import { DisputeState } from "./dispute-state";
import { Payer } from "./payer";
import { shortMethod } from "./short-method";

type DisputeTableProps = {
  viewer: Viewer;
  disputes: ListedDispute[];
  caption: string;
  /** What they are in the order of: on a phone, the day that is shown. */
  by: "deadline" | "creation";
};

/** Disputes, each row leading to all that is known of it. */
export function DisputeTable({ viewer, disputes, caption, by }: DisputeTableProps) {
  return (
    <Table
      caption={caption}
      columns={columnsFor(viewer, by)}
      rows={disputes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.dispute(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer, by: DisputeTableProps["by"]): Column<ListedDispute>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "disputes");
  const transactions = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: transactions("amount"),
      align: "end",
      card: "title",
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} locale={locale} />,
    },
    {
      key: "status",
      label: transactions("state"),
      card: "state",
      cell: ({ status }) => <DisputeState status={status} locale={locale} />,
    },
    {
      key: "reason",
      label: t("claim"),
      card: "none",
      cell: ({ reason }) => disputeReasonWords(viewer, reason),
    },
    {
      key: "payment",
      label: transactions("payment"),
      card: "detail",
      cell: (dispute) => paymentOf(viewer, dispute),
    },
    {
      key: "due",
      label: t("answerBy"),
      card: by === "deadline" ? "moment" : "none",
      cell: ({ status, dueBy }) =>
        dueBy !== null && isAllowed("respond", status) && <DateTime at={dueBy} view={view} />,
    },
    {
      key: "date",
      label: transactions("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: by === "creation" ? "moment" : "none",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
    },
  ];
}

function paymentOf(viewer: Viewer, { payment }: ListedDispute) {
  if (may(viewer, "customers:read")) return <Payer payment={payment} locale={viewer.locale} />;
  return payment.method && shortMethod(payment.method, viewer.locale);
}
