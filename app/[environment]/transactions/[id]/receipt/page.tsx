import { may } from "#lib/auth/permissions";
import { getCustomerOrDeleted } from "#lib/customers/queries";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getPaymentStory } from "#lib/payments/payment-story";
import { hasReceipt } from "#lib/receipts/send-receipt";
import { found } from "../../../../_server/found";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";
import { ForbiddenHere } from "../forbidden-here";
import { QuestionPage } from "../question-page";
import { ReceiptForm } from "./receipt-form";

type ReceiptPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<{ key?: string | string[]; to?: string | string[] }>;
};

export const generateMetadata = pageTitle((locale) => translator(locale, "payment")("receipt.title"));

/** Asks where a receipt goes to, and sends it. */
export default async function SendReceiptPage({ params, searchParams }: ReceiptPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (!may(viewer, "receipts:send")) return <ForbiddenHere viewer={viewer} id={id} />;
  const { payment, attempts } = await found(getPaymentStory(viewer, id));
  const { to: asked } = await searchParams;
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: withAddress(paths.sendReceipt(viewer, id), asked),
    after: paths.payment(viewer, id),
  });
  const t = translator(viewer.locale, "payment");
  const charge = attempts.at(-1);
  const ready = charge !== undefined && hasReceipt(charge);
  const customerId = may(viewer, "customers:read") && payment.customerId;
  const customer = customerId ? await getCustomerOrDeleted(viewer, customerId) : null;
  const ofPayment = charge?.receiptEmail ?? charge?.billingDetails.email ?? null;
  const known = payment.receiptEmail ?? customer?.email ?? ofPayment ?? "";
  const amount = moneyOf(viewer, payment.amountReceived, payment.currency);
  return (
    <QuestionPage viewer={viewer} id={id} title={t("receipt.title")}>
      <p>{ready ? t("receipt.text", { amount }) : t("receipt.none")}</p>
      {ready && viewer.environment.kind === "test" && <Notice tone="wait" title={t("receipt.test")} />}
      {ready && (
        <ReceiptForm
          viewer={viewer}
          paymentId={payment.id}
          to={viewer.conceal ? { hidden: ofPayment } : { typed: typeof asked === "string" ? asked : known }}
          formKey={formKey}
        />
      )}
    </QuestionPage>
  );
}

/** Sent once more to an address that had it before. */
function withAddress(here: string, to: string | string[] | undefined): string {
  return typeof to === "string" ? `${here}?to=${encodeURIComponent(to)}` : here;
}
