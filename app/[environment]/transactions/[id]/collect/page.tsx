import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { listPaymentMethods } from "#lib/payment-methods/queries";
import { getPayment } from "#lib/payments/queries";
import { isAllowed } from "#lib/payments/status";
import { whereToAuthenticate } from "#lib/payments/where-to-authenticate";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { found } from "../../../../_server/found";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { ButtonLink } from "../../../../_ui/button";
import { Notice } from "../../../../_ui/notice";
import { moneyOf } from "../../../../_words/money-of";
import { ForbiddenHere } from "../forbidden-here";
import { QuestionPage } from "../question-page";
import { CollectForm } from "./collect-form";
import { DeclineNotice } from "./decline-notice";

type CollectPageProps = { params: Promise<{ environment: string; id: string }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "payment")("action.collect"));

/** Tries again to collect a payment that was not paid: says what the bank said, and what to do. */
export default async function CollectPage({ params }: CollectPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (!may(viewer, "payments:write")) return <ForbiddenHere viewer={viewer} id={id} />;
  const payment = await found(getPayment(viewer, id));
  const t = translator(viewer.locale, "collect");
  const amount = moneyOf(viewer, payment.amount, payment.currency);
  const authenticate = whereToAuthenticate(payment);
  return (
    <QuestionPage viewer={viewer} id={id} title={t("collectTitle", { amount })}>
      <FreshOnReturn />
      {payment.lastPaymentError && <DeclineNotice viewer={viewer} error={payment.lastPaymentError} />}
      {authenticate !== null && (
        <Notice tone="wait" title={t("authenticateTitle")}>
          <p>{t("authenticateText")}</p>
          <ButtonLink href={authenticate}>{t("authenticate")}</ButtonLink>
        </Notice>
      )}
      {isAllowed("confirm", payment.status) ? (
        <CollectForm
          viewer={viewer}
          payment={payment}
          methods={await methodsOf(viewer, payment)}
          formKey={newFormKey()}
        />
      ) : (
        <Notice title={t("closed")} />
      )}
    </QuestionPage>
  );
}

async function methodsOf(viewer: Viewer, { customerId }: PaymentIntentRow) {
  if (customerId === null || !may(viewer, "customers:read")) return [];
  return (await listPaymentMethods(viewer, { limit: 20 }, { customerId })).rows;
}
