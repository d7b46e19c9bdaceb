import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { CashMovement } from "#lib/cash/movements";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { Money } from "../../../_ui/money";
import { Status } from "../../../_ui/status";
import type { Column } from "../../../_ui/table";
import { dayColumn } from "../../../_words/day-column";
import { refundLooks } from "../../transactions/_list/refund-state";

/** What is told of each movement of a cash balance. */
export function cashColumns(viewer: Viewer): Column<CashMovement>[] {
  const { locale } = viewer;
  const t = translator(locale, "cash");
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
    { key: "type", label: t("what"), card: "detail", cell: (row) => whatOf(viewer, row) },
    { key: "about", label: t("about"), card: "state", cell: (row) => aboutOf(viewer, row) },
    dayColumn(viewer, t("date")),
  ];
}

/** What was sent back, and what came back of that, leads to its page. */
function whatOf(viewer: Viewer, { type, refundId }: CashMovement) {
  const words = translator(viewer.locale, "cash")(`types.${type}`);
  const isReturn = type === "return_initiated" || type === "return_canceled";
  if (!isReturn || refundId === null) return words;
  return <a href={paths.cashReturn(viewer, refundId)}>{words}</a>;
}

function aboutOf(viewer: Viewer, { paymentIntentId, reference, returned }: CashMovement) {
  const t = translator(viewer.locale, "cash");
  if (paymentIntentId !== null && may(viewer, "payments:read"))
    return <a href={paths.payment(viewer, paymentIntentId)}>{t("openPayment")}</a>;
  if (returned === undefined) return reference;
  return <Status {...refundLooks[returned]}>{t(`states.${returned}`)}</Status>;
}
