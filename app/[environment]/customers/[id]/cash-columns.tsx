import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CashReturnRow } from "#lib/cash/return-wire";
import type { CashTransactionRow } from "#lib/cash/wire";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { Status } from "../../../_ui/status";
import type { Column } from "../../../_ui/table";
import { currencyOf } from "../../transactions/[id]/words";

type States = ReadonlyMap<string, CashReturnRow["status"]>;

/** What is told of each movement of a cash balance. `states`: of returns, by their ids. */
export function cashColumns(viewer: Viewer, states: States): Column<CashTransactionRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "cash");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: t("change"),
      align: "end",
      card: "title",
      cell: ({ netAmount, currency }) => (
        <Money amount={netAmount} currency={currencyOf(currency)} locale={locale} sign="movement" />
      ),
    },
    {
      key: "ending",
      label: t("ending"),
      align: "end",
      cell: ({ endingBalance, currency }) => (
        <Money amount={endingBalance} currency={currencyOf(currency)} locale={locale} />
      ),
    },
    { key: "type", label: t("what"), card: "state", cell: ({ type }) => t(`types.${type}`) },
    { key: "about", label: t("about"), card: "detail", cell: (row) => aboutOf(viewer, row, states) },
    {
      key: "date",
      label: t("date"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} as="date" />,
    },
  ];
}

function aboutOf(
  viewer: Viewer,
  { type, transfer, paymentIntentId, refundId }: CashTransactionRow,
  states: States,
) {
  const t = translator(viewer.locale, "cash");
  if (paymentIntentId !== null && may(viewer, "payments:read"))
    return <a href={paths.payment(viewer, paymentIntentId)}>{t("openPayment")}</a>;
  if (transfer) return transfer.reference;
  const state = type === "return_initiated" && refundId !== null ? states.get(refundId) : undefined;
  if (state === "pending")
    return (
      <Status tone="wait" mark="ring">
        {t("states.pending")}
      </Status>
    );
  return (
    state && (
      <Status tone="good" mark="filled">
        {t("states.succeeded")}
      </Status>
    )
  );
}
