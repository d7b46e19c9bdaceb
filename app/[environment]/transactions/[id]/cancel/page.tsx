import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import { methodFacts } from "#lib/payments/method-facts";
import { getPayment } from "#lib/payments/queries";
import { isAllowed } from "#lib/payments/status";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { found } from "../../../../_server/found";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";
import { ForbiddenHere } from "../forbidden-here";
import { QuestionPage } from "../question-page";
import { methodWords } from "../words";
import { CancelForm } from "./cancel-form";

type CancelPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export const generateMetadata = pageTitle((locale) => translator(locale, "payment")("cancel.title"));

/** Says what canceling a payment means, then does it. */
export default async function CancelPage({ params, searchParams }: CancelPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (!may(viewer, "payments:write")) return <ForbiddenHere viewer={viewer} id={id} />;
  const payment = await found(getPayment(viewer, id));
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.cancelPayment(viewer, id),
    after: paths.payment(viewer, id),
  });
  const t = translator(viewer.locale, "payment");
  return (
    <QuestionPage viewer={viewer} id={id} title={t("cancel.title")}>
      {isAllowed("cancel", payment.status) ? (
        <>
          <p>{meaning(viewer, payment)}</p>
          <CancelForm viewer={viewer} payment={payment} formKey={formKey} />
        </>
      ) : (
        <Notice title={t("cancel.closed")} />
      )}
    </QuestionPage>
  );
}

function meaning(viewer: Viewer, payment: PaymentIntentRow): string {
  const t = translator(viewer.locale, "payment");
  const amount = moneyOf(viewer, payment.amountCapturable || payment.amount, payment.currency);
  if (payment.status === "processing") return t("cancel.debit", { amount });
  if (payment.status !== "requires_capture") return t("cancel.open");
  const method = methodWords(viewer, methodFacts(payment, null));
  if (payment.amountReceived === 0) return t("cancel.held", { amount, method });
  const captured = moneyOf(viewer, payment.amountReceived, payment.currency);
  return t("cancel.heldPart", { amount, captured, method });
}
