import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { timeZoneCity } from "#lib/i18n/format";
import { type Translate, translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedRefund } from "#lib/refunds/list/listed-refund";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { type Column, Table } from "../../../_ui/table";
import { Payer } from "./payer";
import { RefundState } from "./refund-state";
import { shortMethod } from "./short-method";

/** Refunds, each row leading to the payment it gives back. */
export function RefundTable({ viewer, refunds }: { viewer: Viewer; refunds: ListedRefund[] }) {
  return (
    <Table
      caption={translator(viewer.locale, "transactions")("refundsCaption")}
      columns={columnsFor(viewer)}
      rows={refunds}
      rowKey={({ id }) => id}
      rowHref={({ payment }) => paths.payment(viewer, payment.id)}
    />
  );
}

function columnsFor(viewer: Viewer): Column<ListedRefund>[] {
  const { locale, timeZone } = viewer;
  const t = translator(locale, "transactions");
  const view = { locale, timeZone, now: viewer.now() };
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
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
    { key: "payment", label: t("payment"), card: "detail", cell: (refund) => paymentOf(viewer, refund) },
    {
      key: "by",
      label: t("by"),
      tone: "quiet",
      card: "none",
      cell: ({ createdBy }) => <span className="whitespace-nowrap">{whoIs(createdBy, t)}</span>,
    },
    {
      key: "date",
      label: t("date", { city: timeZoneCity(timeZone) }),
      align: "end",
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => <DateTime at={createdAt} view={view} />,
    },
  ];
}

function paymentOf(viewer: Viewer, { payment }: ListedRefund) {
  if (may(viewer, "customers:read")) return <Payer payment={payment} locale={viewer.locale} />;
  return payment.method && shortMethod(payment.method, viewer.locale);
}

function whoIs({ type, name }: ListedRefund["createdBy"], t: Translate<"transactions">): string {
  if (type === "person" && name) return name;
  if (type === "key") return name ? t("byKey", { name }) : t("bySomeKey");
  return t("byComptoir");
}
