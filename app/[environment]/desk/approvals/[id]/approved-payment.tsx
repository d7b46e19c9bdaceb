import type { ApprovalLine } from "#lib/approvals/reserve";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { methodFacts } from "#lib/payments/method-facts";
import { paidAmount } from "#lib/payments/paid-amount";
import { spendingOf } from "#lib/payments/related-payments";
import { previewRefund } from "#lib/refunds/preview-refund";
import { refundsOfPayment } from "#lib/refunds/queries";
import type { RefundRow } from "#lib/refunds/wire";
import { PaymentState } from "../../../../_payments/payment-state";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Notice } from "../../../../_ui/notice";
import { Section } from "../../../../_ui/section";
import { moneyOf } from "../../../../_words/money-of";
import { timeViewOf } from "../../../../_words/time-view-of";
import { nameOf } from "#lib/customers/name-of";
import { customerOf } from "../../../transactions/[id]/customer-of";
import { RelatedPayments } from "../../../transactions/[id]/related-payments";
import { actorWords, methodWords } from "../../../transactions/[id]/words";

/** The payment that a refund is asked of: what is left of it, who paid, and what else they paid. */
export async function ApprovedPayment({ viewer, line }: { viewer: Viewer; line: ApprovalLine }) {
  const t = translator(viewer.locale, "approvals");
  const { payment, charge, left, short } = await previewRefund(viewer, line.paymentIntentId);
  const facts = methodFacts(payment, charge);
  const customer = await customerOf(viewer, payment.customerId);
  const spending = customer && (await spendingOf(viewer, customer.id));
  const refunds = await refundsOfPayment(viewer, payment.id);
  const view = timeViewOf(viewer);
  const money = (amount: number) => moneyOf(viewer, amount, payment.currency);
  const link = <a href={paths.payment(viewer, payment.id)}>{money(paidAmount(payment))}</a>;
  const refundWords = ({ id, amount, createdBy }: RefundRow) => (
    <div key={id}>{`${money(amount)} · ${actorWords(viewer, createdBy)}`}</div>
  );
  return (
    <>
      <Section title={t("payment")}>
        {short && line.state === "waiting" && <Notice tone="wait">{t("meansShort")}</Notice>}
        <DescriptionList
          items={[
            { term: t("paid"), value: link },
            {
              term: t("state"),
              value: <PaymentState status={payment.paymentStatus} locale={viewer.locale} />,
            },
            { term: t("on"), value: <DateTime at={payment.createdAt} view={view} as="when" /> },
            { term: t("refunded"), value: money(payment.amountRefunded) },
            { term: t("left"), value: money(left) },
            { term: t("method"), value: methodWords(viewer, facts) },
            {
              term: t("customer"),
              value: customer && <a href={paths.customer(viewer, customer.id)}>{nameOf(customer)}</a>,
            },
            {
              term: t("spent"),
              value:
                spending &&
                t("spentOf", {
                  amounts: spending.sums
                    .map(({ amount, currency }) => moneyOf(viewer, amount, currency))
                    .join(", "),
                  count: spending.payments,
                }),
            },
            { term: t("description"), value: payment.description },
            { term: t("earlier"), value: refunds.length > 0 ? refunds.map(refundWords) : null },
          ]}
        />
      </Section>
      <RelatedPayments viewer={viewer} payment={payment} charge={charge} method={facts} />
    </>
  );
}
