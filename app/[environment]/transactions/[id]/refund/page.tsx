import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { methodFacts } from "#lib/payments/method-facts";
import { previewRefund } from "#lib/refunds/preview-refund";
import { found } from "../../../../_server/found";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";
import { WaitingNotices } from "../waiting-notices";
import { ForbiddenHere } from "../forbidden-here";
import { QuestionPage } from "../question-page";
import { methodWords } from "../words";
import { RefundForm } from "./refund-form";
import { RefundUntil } from "./refund-until";

type RefundPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export const generateMetadata = pageTitle((locale) => translator(locale, "refund")("title"));

/** Says what a refund means, then makes it. */
export default async function RefundPage({ params, searchParams }: RefundPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (!may(viewer, "refunds:write")) return <ForbiddenHere viewer={viewer} id={id} />;
  const preview = await found(previewRefund(viewer, id));
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.refundPayment(viewer, id),
    after: paths.payment(viewer, id),
  });
  const t = translator(viewer.locale, "refund");
  const method = methodWords(viewer, methodFacts(preview.payment, preview.charge));
  const amount = moneyOf(viewer, preview.left, preview.payment.currency);
  return (
    <QuestionPage viewer={viewer} id={id} title={t("title")}>
      <WaitingNotices viewer={viewer} paymentId={id} />
      {preview.obstacle === null ? (
        <>
          <p>{t("text", { amount, method })}</p>
          <RefundForm viewer={viewer} preview={preview} method={method} formKey={formKey} />
        </>
      ) : (
        <Notice title={translator(viewer.locale, "payment")(`obstacle.${preview.obstacle}`)}>
          {preview.obstacle === "too_late" && <RefundUntil viewer={viewer} preview={preview} />}
        </Notice>
      )}
    </QuestionPage>
  );
}
