import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { currencyOf } from "#lib/money";
import { paths } from "#lib/paths";
import { paidAmount } from "#lib/payments/paid-amount";
import {
  otherPaymentsOfCustomer,
  otherPaymentsWithMethod,
  type PaymentSummary,
} from "#lib/payments/related-payments";
import { PaymentState } from "../../../_payments/payment-state";
import { DateTime } from "../../../_ui/date-time";
import { Money } from "../../../_ui/money";
import { Section } from "../../../_ui/section";
import { Table } from "../../../_ui/table";
import { timeViewOf } from "../../../_words/time-view-of";
import type { PaymentFacts } from "./payment-facts";
import { whereOf } from "./words";

/** What else this customer paid, and who else paid with this card. */
export async function RelatedPayments({ viewer, payment, method }: PaymentFacts) {
  const t = translator(viewer.locale, "payment");
  const ofCustomer = await otherPaymentsOfCustomer(viewer, payment);
  const withMethod = await otherPaymentsWithMethod(viewer, payment);
  return (
    <>
      <ShortList viewer={viewer} title={t("customer.others")} payments={ofCustomer} />
      <ShortList viewer={viewer} title={t(`method.others.${whereOf(method)}`)} payments={withMethod} />
    </>
  );
}

type ShortListProps = { viewer: Viewer; title: string; payments: PaymentSummary[] };

function ShortList({ viewer, title, payments }: ShortListProps) {
  if (payments.length === 0) return null;
  const t = translator(viewer.locale, "payment");
  return (
    <Section title={title}>
      <Table<PaymentSummary>
        caption={title}
        rows={payments}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.payment(viewer, id)}
        columns={[
          {
            key: "amount",
            label: t("related.amount"),
            card: "title",
            cell: (row) => (
              <Money amount={paidAmount(row)} currency={currencyOf(row.currency)} locale={viewer.locale} />
            ),
          },
          {
            key: "status",
            label: t("related.status"),
            card: "state",
            cell: ({ paymentStatus }) => <PaymentState status={paymentStatus} locale={viewer.locale} />,
          },
          {
            key: "description",
            label: t("related.description"),
            card: "detail",
            tone: "quiet",
            cell: ({ description }) => description ?? t("related.none"),
          },
          {
            key: "date",
            label: t("related.date"),
            card: "moment",
            align: "end",
            tone: "quiet",
            cell: ({ createdAt }) => <DateTime at={createdAt} view={timeViewOf(viewer)} as="date" />,
          },
        ]}
      />
    </Section>
  );
}
