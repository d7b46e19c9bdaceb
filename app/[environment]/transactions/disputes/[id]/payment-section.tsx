import type { DisputeRow } from "#lib/disputes/wire";
import { formatDate } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { paidAmount } from "#lib/payments/paid-amount";
import { Copyable } from "../../../../_ui/copyable";
import { DescriptionList } from "../../../../_ui/description-list";
import { Section } from "../../../../_ui/section";
import { moneyOf } from "../../../../_words/money-of";
import { timeViewOf } from "../../../../_words/time-view-of";
import type { PaymentFacts } from "../../[id]/payment-facts";
import { methodWords } from "../../[id]/words";

type PaymentSectionProps = PaymentFacts & { dispute: DisputeRow };

/** The payment that is disputed. */
export function PaymentSection({ viewer, payment, charge, method, dispute }: PaymentSectionProps) {
  const t = translator(viewer.locale, "payment");
  const common = translator(viewer.locale, "common");
  return (
    <Section title={t("payment")}>
      <DescriptionList
        items={[
          {
            term: t("related.amount"),
            value: (
              <a href={paths.payment(viewer, payment.id)}>
                {moneyOf(viewer, paidAmount(payment), payment.currency)}
              </a>
            ),
          },
          { term: t("related.date"), value: formatDate(payment.createdAt, timeViewOf(viewer)) },
          { term: t("method.title"), value: methodWords(viewer, method) },
          { term: t("details.description"), value: payment.description },
          { term: t("details.statement"), value: charge?.calculatedStatementDescriptor },
          {
            term: translator(viewer.locale, "disputes")("kind.dispute"),
            value: <Copyable value={dispute.id} copy={common("copy")} copied={common("copied")} />,
          },
        ]}
      />
    </Section>
  );
}
