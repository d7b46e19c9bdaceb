import { translator } from "#lib/i18n/translator";
import { receiptUrl } from "#lib/payments/wire";
import { hasReceipt } from "#lib/receipts/send-receipt";
import type { RefundRow } from "#lib/refunds/wire";
import { Copyable } from "../../../_ui/copyable";
import { DescriptionList } from "../../../_ui/description-list";
import { Section } from "../../../_ui/section";
import type { PaymentFacts } from "./payment-facts";

type DetailsSectionProps = PaymentFacts & { refunds: readonly RefundRow[] };

/** What the payment is for, and the names the API knows it by. */
export function DetailsSection({ viewer, payment, charge, refunds }: DetailsSectionProps) {
  const t = translator(viewer.locale, "payment");
  const common = translator(viewer.locale, "common");
  const id = (value: string) => (
    <Copyable key={value} value={value} copy={common("copy")} copied={common("copied")} />
  );
  const entries = [charge, ...refunds].flatMap((source) => source?.balanceTransactionId ?? []);
  const readable = charge && hasReceipt(charge) && !viewer.conceal;
  const receipt = readable ? receiptUrl(charge.receiptToken) : null;
  return (
    <Section title={t("details.title")}>
      <DescriptionList
        items={[
          { term: t("details.description"), value: payment.description },
          { term: t("details.statement"), value: charge?.calculatedStatementDescriptor },
          { term: t("details.receiptEmail"), value: payment.receiptEmail },
          { term: t("details.receipt"), value: receipt && <a href={receipt}>{t("details.openReceipt")}</a> },
          { term: t("details.payment"), value: id(payment.id) },
          { term: t("details.charge"), value: charge && id(charge.id) },
          {
            term: t("details.refund"),
            value: refunds.length > 0 ? refunds.map((refund) => id(refund.id)) : null,
          },
          {
            term: t("details.balance"),
            value: entries.length > 0 ? entries.map(id) : null,
          },
          { term: t("customer.id"), value: payment.customerId && id(payment.customerId) },
        ]}
      />
    </Section>
  );
}
