import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import { PaymentAmount } from "../../_payments/payment-amount";
import { PaymentState } from "../../_payments/payment-state";
import { type Column, Table } from "../../_ui/table";
import { dayColumn } from "../../_words/day-column";

type PaymentTableProps = { viewer: Viewer; payments: ListedPayment[] };

/** What one customer or guest paid, each row leading to the payment. */
export function PaymentTable({ viewer, payments }: PaymentTableProps) {
  return (
    <Table
      caption={translator(viewer.locale, "customers")("paymentsCaption")}
      columns={columnsFor(viewer)}
      rows={payments}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.payment(viewer, id)}
    />
  );
}

function columnsFor(viewer: Viewer): Column<ListedPayment>[] {
  const { locale } = viewer;
  const t = translator(locale, "customers");
  return [
    {
      key: "amount",
      label: t("amount"),
      align: "end",
      card: "title",
      cell: (payment) => <PaymentAmount payment={payment} locale={locale} />,
    },
    {
      key: "status",
      label: t("status"),
      card: "state",
      cell: ({ status }) => <PaymentState status={status} locale={locale} />,
    },
    { key: "description", label: t("for"), card: "detail", cell: ({ description }) => description },
    dayColumn(viewer, t("date")),
  ];
}
