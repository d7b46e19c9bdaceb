import type { Metadata } from "next";
import { formatMoney } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isCurrency } from "#lib/money";
import { type AuthenticationAddress, openAuthentication } from "#lib/payments/authentication-page";
import { openDeposits } from "#lib/setup-intents/deposits-page";
import { isSetupAddress, openSetupAuthentication } from "#lib/setup-intents/authentication-page";
import { Button } from "../../../../../_ui/button";
import { FormActions } from "../../../../../_ui/form";
import { Notice } from "../../../../../_ui/notice";
import { PlainPage } from "../../../../../_ui/plain-page";
import { requestLocale } from "../../../../../_ui/request-preferences";
import { answer } from "./actions";
import { DepositsForm } from "./deposits-form";

type PageProps = {
  params: Promise<AuthenticationAddress>;
  searchParams: Promise<{ wrong?: string | string[] }>;
};

export const metadata: Metadata = { referrer: "same-origin" };

/** Stands in for the page of a bank where a cardholder proves to be one. */
export default async function AuthenticationPage({ params, searchParams }: PageProps) {
  const address = await params;
  const locale = await requestLocale();
  const t = translator(locale, "authenticate");
  const asked = await askedAt(address, locale);
  if (!asked) {
    const waiting = await openDeposits(address);
    const wrong = (await searchParams).wrong !== undefined;
    if (waiting) return <DepositsForm address={address} waiting={waiting} wrong={wrong} locale={locale} />;
    return (
      <PlainPage title={t("overTitle")}>
        <p>{t("over")}</p>
      </PlainPage>
    );
  }
  const { merchant, amount, last4 } = asked;
  const setup = amount === null;
  const method = `•• ${last4}`;
  return (
    <PlainPage title={setup ? t("setupTitle") : t("title")} from={merchant}>
      <p>{setup ? t("setupText", { merchant }) : t("text", { merchant, amount })}</p>
      {last4 !== null && <p>{setup ? t("setupWith", { method }) : t("with", { method })}</p>}
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

/** Who asks, and for how much; without an amount, they ask to keep a method for later. */
async function askedAt(address: AuthenticationAddress, locale: Locale) {
  if (isSetupAddress(address)) {
    const waiting = await openSetupAuthentication(address);
    if (!waiting) return null;
    const { viewer, method } = waiting;
    return { merchant: viewer.environment.accountName, amount: null, last4: method.last4 };
  }
  const waiting = await openAuthentication(address);
  if (!waiting) return null;
  const { viewer, payment } = waiting;
  const amount = isCurrency(payment.currency) ? formatMoney(payment.amount, payment.currency, locale) : "";
  return { merchant: viewer.environment.accountName, amount, last4: payment.last4 };
}
