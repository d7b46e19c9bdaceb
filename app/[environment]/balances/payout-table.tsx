import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { PayoutRow } from "#lib/payouts/wire";
import { DateTime } from "../../_ui/date-time";
import { Money } from "../../_ui/money";
import { Status } from "../../_ui/status";
import { type Column, Table } from "../../_ui/table";
import { bankDaysOf, currencyOf, payoutLooks, timeViewOf } from "./words";

/** Payouts, each leading to its page. */
export function PayoutTable({ viewer, payouts }: { viewer: Viewer; payouts: PayoutRow[] }) {
  return (
    <Table
      caption={translator(viewer.locale, "balances")("payoutsCaption")}
      columns={columnsFor(viewer)}
      rows={payouts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.payout(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer): Column<PayoutRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "balances");
  return [
    {
      key: "amount",
      label: t("amount"),
      card: "title",
      align: "end",
      cell: ({ amount, currency }) => (
        <Money amount={amount} currency={currencyOf(currency)} locale={locale} />
      ),
    },
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
      cell: (payout) => t(`payoutKind.${kindOf(payout)}`),
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
      cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="when" />,
    },
  ];
}

/** What sort of payout it is, in one word of the catalogue. */
export function kindOf({ amount, automatic, method, originalPayoutId }: PayoutRow) {
  if (originalPayoutId !== null) return "reversal";
  if (amount < 0) return "debit";
  if (method === "instant") return "instant";
  return automatic ? "automatic" : "manual";
}
