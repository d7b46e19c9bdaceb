import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { methodFacts } from "#lib/payments/method-facts";
import { paidAmount } from "#lib/payments/paid-amount";
import { previewRefund } from "#lib/refunds/preview-refund";
import { refundsOfPayment } from "#lib/refunds/queries";
import { paths } from "#lib/paths";
import { paymentLooks } from "../../_payments/payment-state";
import { found } from "../../_server/found";
import { newFormKey } from "../../_server/form-key";
import { DateTime } from "../../_ui/date-time";
import { DescriptionList } from "../../_ui/description-list";
import { Notice } from "../../_ui/notice";
import { Columns, Section } from "../../_ui/section";
import { Status } from "../../_ui/status";
import { moneyOf } from "../../_words/money-of";
import { timeViewOf } from "../../_words/time-view-of";
import { nameOf } from "#lib/customers/name-of";
import { customerOf } from "../transactions/[id]/customer-of";
import { RefundUntil } from "../transactions/[id]/refund/refund-until";
import { WaitingNotices } from "../transactions/[id]/waiting-notices";
import { methodWords, stateWords } from "../transactions/[id]/words";
import { DeskForm } from "./desk-form";
import { EarlierRefunds } from "./earlier-refunds";

type DeskPaymentProps = { viewer: Viewer; paymentId: string; text: string };

/** A payment at the desk: what may be refunded and why not more, and the form that does it. */
export async function DeskPayment({ viewer, paymentId, text }: DeskPaymentProps) {
  const t = translator(viewer.locale, "desk");
  const preview = await found(previewRefund(viewer, paymentId));
  const { payment, charge, obstacle, left } = preview;
  const customer = await customerOf(viewer, payment.customerId);
  const facts = methodFacts(payment, charge);
  const method = methodWords(viewer, facts);
  const money = (amount: number) => moneyOf(viewer, amount, payment.currency);
  const reserved = charge?.amountReserved ?? 0;
  return (
    <Columns
      main={
        <Section
          title={t("refundOf", { amount: money(paidAmount(payment)) })}
          aside={<a href={paths.payment(viewer, payment.id)}>{t("whole")}</a>}
        >
          <WaitingNotices viewer={viewer} paymentId={payment.id} />
          {obstacle === null ? (
            <DeskForm viewer={viewer} preview={preview} method={method} text={text} formKey={newFormKey()} />
          ) : (
            <Notice tone="wait" title={translator(viewer.locale, "payment")(`obstacle.${obstacle}`)}>
              {obstacle === "too_late" && <RefundUntil viewer={viewer} preview={preview} />}
            </Notice>
          )}
        </Section>
      }
      aside={
        <>
          <Section title={t("payment")}>
            <DescriptionList
              items={[
                {
                  term: t("state"),
                  value: (
                    <Status {...paymentLooks[payment.paymentStatus]}>
                      {stateWords(viewer, payment, charge, facts)}
                    </Status>
                  ),
                },
                { term: t("left"), value: money(left) },
                {
                  term: t("refunded"),
                  value: payment.amountRefunded > 0 ? money(payment.amountRefunded) : null,
                },
                { term: t("waiting"), value: reserved > 0 ? money(reserved) : null },
                {
                  term: t("date"),
                  value: <DateTime at={payment.createdAt} view={timeViewOf(viewer)} as="when" />,
                },
                { term: t("method"), value: method },
                {
                  term: t("customer"),
                  value: customer && <a href={paths.customer(viewer, customer.id)}>{nameOf(customer)}</a>,
                },
                { term: t("description"), value: payment.description },
                ...Object.entries(payment.metadata).map(([term, value]) => ({ term, value })),
              ]}
            />
          </Section>
          <EarlierRefunds viewer={viewer} refunds={await refundsOfPayment(viewer, payment.id)} />
        </>
      }
    />
  );
}
