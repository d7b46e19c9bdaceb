import type { Metadata } from "next";
import { formatMoney } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { type AuthenticationAddress, openAuthentication } from "#lib/payments/authentication-page";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { Notice } from "../../../../../_ui/notice";
import { PlainPage } from "../../../../../_ui/plain-page";
import { requestLocale } from "../../../../../_ui/request-preferences";
import { answer } from "./actions";

type PageProps = { params: Promise<AuthenticationAddress> };

export const metadata: Metadata = { referrer: "same-origin" };

/** Stands in for the page of a bank where a cardholder proves to be one. */
export default async function AuthenticationPage({ params }: PageProps) {
  const address = await params;
  const locale = await requestLocale();
  const t = translator(locale, "authenticate");
  const waiting = await openAuthentication(address);
  if (!waiting) {
    return (
      <PlainPage title={t("overTitle")}>
        <p>{t("over")}</p>
      </PlainPage>
    );
  }
  const { viewer, payment } = waiting;
  const merchant = viewer.environment.accountName;
  const amount = isCurrency(payment.currency) ? formatMoney(payment.amount, payment.currency, locale) : "";
  return (
    <PlainPage title={t("title")} from={merchant}>
      <p>{t("text", { merchant, amount })}</p>
      {payment.last4 !== null && <p>{t("with", { method: `•• ${payment.last4}` })}</p>}
      <Notice tone="wait" title={t("test")} />
      <form action={answer.bind(null, address)}>
        <FormActions>
          <Button tone="primary" name="outcome" value="succeeded">
            {t("complete")}
          </Button>
          <Button name="outcome" value="failed">
            {t("fail")}
          </Button>
        </FormActions>
      </form>
    </PlainPage>
  );
}
