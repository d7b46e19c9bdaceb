import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import type { ListedPayment } from "#lib/payments/list/listed-payment";
import { listPayments } from "#lib/payments/list-payments";
import { PaymentState } from "../../../_payments/payment-state";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { Section } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import type { CustomerPartProps } from "./customer-details";

const shown = 20;

/** What the customer paid, or tried to. */
export async function CustomerPayments({ viewer, customer }: CustomerPartProps) {
  const { rows, older } = await listPayments(viewer, {
    filters: { customerIds: [customer.id] },
    page: { direction: "older", from: null, size: shown },
  });
  const t = translator(viewer.locale, "customers");
  return (
    <Section
      title={t("payments")}
      aside={older && <a href={paths.paymentsOf(viewer, customer.id)}>{t("allPayments")}</a>}
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t("noPayments")}</p>
      ) : (
        <Table
          caption={t("paymentsCaption")}
          columns={columnsFor(viewer)}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.payment(viewer, id)}
        />
      )}
    </Section>
  );
}

function columnsFor(viewer: Viewer): Column<ListedPayment>[] {
  const { locale } = viewer;
  const t = translator(locale, "customers");
  const view = { locale, timeZone: viewer.timeZone, now: viewer.now() };
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
      label: t("status"),
      card: "state",
      cell: ({ status }) => <PaymentState status={status} locale={locale} />,
    },
    { key: "description", label: t("for"), card: "detail", cell: ({ description }) => description },
    {
      key: "date",
      label: t("date"),
      tone: "quiet",
      card: "moment",
      cell: ({ createdAt }) => (
        <span className="whitespace-nowrap">
          <DateTime at={createdAt} view={view} as="date" />
        </span>
      ),
    },
  ];
}
