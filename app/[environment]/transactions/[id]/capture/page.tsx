import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getPaymentStory } from "#lib/payments/payment-story";
import { methodFacts } from "#lib/payments/method-facts";
import { isAllowed } from "#lib/payments/status";
import { found } from "../../../../_server/found";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";
import { ForbiddenHere } from "../forbidden-here";
import { QuestionPage } from "../question-page";
import { methodWords } from "../words";
import { CaptureForm } from "./capture-form";

type CapturePageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export const generateMetadata = pageTitle((locale) => translator(locale, "payment")("action.capture"));

/** Says what is held, then takes it or a part of it. */
export default async function CapturePage({ params, searchParams }: CapturePageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (!may(viewer, "payments:write")) return <ForbiddenHere viewer={viewer} id={id} />;
  const { payment, attempts } = await found(getPaymentStory(viewer, id));
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.capturePayment(viewer, id),
    after: paths.payment(viewer, id),
  });
  const t = translator(viewer.locale, "payment");
  const charge = attempts.at(-1) ?? null;
  const method = methodWords(viewer, methodFacts(payment, charge));
  const amount = moneyOf(viewer, payment.amountCapturable || payment.amount, payment.currency);
  const open = charge !== null && isAllowed("capture", payment.status);
  return (
    <QuestionPage viewer={viewer} id={id} title={t("capture.title", { amount })}>
      {open ? (
        <>
          <p>{t("capture.text", { amount, method })}</p>
          <CaptureForm viewer={viewer} payment={payment} charge={charge} method={method} formKey={formKey} />
        </>
      ) : (
        <Notice title={t("capture.closed")} />
      )}
    </QuestionPage>
  );
}
